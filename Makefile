# BenchSight. `make` lists the targets; everything that is made lies in build/.

CC	?= gcc
ifeq ($(origin CC),default)
CC	:= gcc
endif
BUILD	?= build
OPT	?= -O2 -g
WARN	:= -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	   -Wpointer-arith -Wcast-qual -Wformat=2 -Wvla -Wwrite-strings -Werror
PKGS	:= libpq yajl libcurl libzip expat xlsxwriter openssl
CFLAGS	:= -std=gnu11 -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 $(OPT) $(WARN) \
	   -pthread -Isrc $(SAN) $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
LDLIBS	:= $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lcsv -lm -lz
LDFLAGS	:= -pthread $(SAN)

# Every folder but app, routes (Kore) and cli is a plain C library.
LIB_SRC	:= $(sort $(wildcard $(patsubst %,src/%/*.c,core db io etl ml sample jobs)))
CLI_SRC	:= $(sort $(wildcard src/cli/*.c))
APP_SRC	:= $(sort $(wildcard src/app/*.c src/routes/*.c))
LIB	:= $(BUILD)/libbenchsight.a
OBJ	= $(patsubst %.c,$(BUILD)/obj/%.o,$(1))
UNIT	:= $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/unit/test_*.c)))

.DEFAULT_GOAL := help
.PHONY: help
help: ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

.PHONY: build
build: $(BUILD)/benchsight ## the command line and the server

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -c $< -o $@

$(LIB): $(call OBJ,$(LIB_SRC))
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/benchsight: $(call OBJ,$(CLI_SRC)) $(LIB)
	$(CC) $(LDFLAGS) $^ -o $@ $(LDLIBS)

$(BUILD)/tests/%: $(BUILD)/obj/tests/unit/%.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $^ -o $@ -lcheck -lsubunit -lrt $(LDLIBS)

.PHONY: unit
unit: $(UNIT) ## the unit tests alone, a second
	@for t in $(UNIT); do $$t || exit 1; done

.PHONY: clean
clean: ## removes what was built, never data
	rm -rf $(BUILD)

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
