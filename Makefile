# BenchSight. `make` lists the targets; everything that is made lies in build/.

ifeq ($(origin CC),default)
CC	:= gcc
endif
BUILD	?= build
OPT	?= -O2 -g
WARN	:= -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	   -Wpointer-arith -Wcast-qual -Wformat=2 -Wvla -Wwrite-strings -Werror
PKGS	:= libpq yajl libcurl libzip expat xlsxwriter openssl
CFLAGS	= -std=gnu11 -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 $(OPT) $(WARN) \
	  -pthread -Isrc -Itests $(SAN) $(shell pkg-config --cflags $(PKGS))
LDLIBS	= $(shell pkg-config --libs $(PKGS)) -lcsv -lm -lz
LDFLAGS	= -pthread $(SAN)
TESTLIBS = -lcheck -lsubunit -lrt
JOBS	:= -j$(shell nproc)

# Every folder but app, routes (Kore) and cli is a plain C library; so are those
# files of app and routes that do not know Kore.
PURE	:= $(patsubst %,src/app/%.c,certificate conf dsn port) \
	   $(patsubst %,src/routes/%.c,access cors field memo path query rate trigger)
LIB_SRC	:= $(sort $(wildcard $(patsubst %,src/%/*.c,core db io etl ml sample jobs)) $(PURE))
SERVER_SRC := $(filter-out $(PURE),$(sort $(wildcard src/app/*.c src/routes/*.c)))
CLI_SRC	:= $(sort $(wildcard src/cli/*.c))
LIB	:= $(BUILD)/libbenchsight.a
OBJ	= $(patsubst %.c,$(BUILD)/obj/%.o,$(1))
PROGRAMS = $(patsubst tests/%.c,$(BUILD)/tests/%,$(sort $(wildcard $(1))))
UNIT	:= $(call PROGRAMS,tests/unit/test_*.c)
SQL	:= $(call PROGRAMS,tests/sql/*.c)
TABLES	:= $(BUILD)/tests/docs/tables
INTEGRATION := $(call PROGRAMS,tests/integration/test_*.c)
FUZZ	:= $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))

.DEFAULT_GOAL := help
.PHONY: help
help: ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

.PHONY: build
build: $(BUILD)/benchsight $(BUILD)/benchsight-server appconf ## the command line and the server

.PHONY: run
run: ## installs what is missing, builds, starts https://localhost:8000 [DATA=dir]
	@conf/packages.sh run
	@$(MAKE) -s $(JOBS) build
	$(if $(DATA),INPUT_DIR="$(DATA)" )exec $(BUILD)/benchsight-server -fnr

.PHONY: dev
dev: appconf ## builds and runs the server by Kore's own tool, for quick changes
	@conf/packages.sh run
	kodev run

# kodev wants conf/<name of the directory>.conf in a clone of any name.
.PHONY: appconf
appconf:
	@name="$$(basename "$$PWD")"; test -e "conf/$$name.conf" || \
	    ln -s benchsight.conf "conf/$$name.conf"

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -c $< -o $@

$(LIB): $(call OBJ,$(LIB_SRC))
	@rm -f $@
	@ar rcs $@ $^

$(BUILD)/benchsight: $(call OBJ,$(CLI_SRC)) $(LIB)
	$(CC) $(LDFLAGS) $^ -o $@ $(LDLIBS)

# ---- the server: our objects, Kore's, and the configuration compiled in

KORE	:= $(BUILD)/kore
comma	:= ,
KORE_ARGS = PGSQL=1 TASKS=1 KORE_SINGLE_BINARY=1 \
	$(if $(findstring address,$(SAN)),KOBJ=obj-asan SANITIZE=address$(comma)undefined)

# Without MAKEFLAGS: a CFLAGS= of ours would replace Kore's own.
$(KORE)/features: conf/kore/Makefile $(wildcard conf/kore/*.patch)
	@mkdir -p $(@D)
	@env -u MAKEFLAGS $(MAKE) -s -C conf/kore objects $(KORE_ARGS) OBJDIR="$$(cd $(@D) && pwd)"
	@touch $@

$(call OBJ,$(SERVER_SRC)): CFLAGS += -isystem conf/kore/include $$(cat $(KORE)/features)
$(call OBJ,$(SERVER_SRC)): | $(KORE)/features

$(BUILD)/gen/builtin_conf.c: conf/benchsight.conf
	@mkdir -p $(@D)
	@{ echo '#include <sys/types.h>'; \
	    echo 'const u_int8_t asset_builtin_kore_conf[] = {'; \
	    od -An -v -tx1 $< | sed 's/[0-9a-f][0-9a-f]/0x&,/g'; \
	    echo '};'; \
	    echo "const u_int32_t asset_len_builtin_kore_conf = $$(wc -c < $<);"; } > $@

$(BUILD)/gen/builtin_conf.o: $(BUILD)/gen/builtin_conf.c
	$(CC) $(CFLAGS) -c $< -o $@

$(BUILD)/benchsight-server: $(call OBJ,$(SERVER_SRC)) $(BUILD)/gen/builtin_conf.o $(LIB) $(KORE)/features
	$(CC) $(LDFLAGS) $(filter %.o %.a,$^) $(KORE)/*.o -o $@ $(LDLIBS) $$(cat $(KORE)/ldflags)

# ---- tests

$(BUILD)/tests/%: $(BUILD)/obj/tests/%.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $^ -o $@ $(TESTLIBS) $(LDLIBS)

.PHONY: tests
tests: build $(UNIT) $(SQL) $(TABLES) $(INTEGRATION) $(BUILD)/tests/bench/expat_baseline

.PHONY: test
test: ## installs what is missing, builds, runs every test
	@conf/packages.sh test
	@$(MAKE) -s $(JOBS) tests
	@BUILD="$(BUILD)" tests/run.sh unit docs sql integration sample checks incremental parity

.PHONY: unit
unit: $(UNIT) ## the unit tests alone, a second
	@BUILD="$(BUILD)" tests/run.sh unit

# Made when asked for: from the database of a run over the sample league.
.PHONY: docs/TABLES.md
docs/TABLES.md: build $(TABLES)
	@$(TABLES) > $(BUILD)/TABLES.md
	@mv $(BUILD)/TABLES.md $@

.PHONY: test-asan
test-asan: ## unit, SQL and integration tests under AddressSanitizer and UBSan
	@conf/packages.sh test
	@$(MAKE) -s $(JOBS) tests BUILD=build/asan OPT="-O1 -g -fno-omit-frame-pointer" \
	    SAN="-fsanitize=address,undefined -fno-sanitize-recover=all"
	@BUILD=build/asan tests/run.sh unit sql integration

.PHONY: coverage
coverage: ## line coverage of src/core, src/etl, src/jobs, src/io
	@conf/packages.sh coverage
	@$(MAKE) -s $(JOBS) tests BUILD=build/coverage OPT="-O0 -g" SAN=--coverage
	@BUILD=build/coverage tests/coverage.sh

.PHONY: fuzz
fuzz: ## each reader fuzzed for SECONDS (60)
	@conf/packages.sh fuzz
	@$(MAKE) -s $(JOBS) $(patsubst %,build/fuzz/%,$(FUZZ)) CC=clang BUILD=build/fuzz \
	    OPT="-O1 -g" SAN="-fsanitize=fuzzer-no-link,address,undefined"
	@SECONDS_EACH="$(or $(SECONDS),60)" tests/fuzz/run.sh $(FUZZ)

build/fuzz/%: tests/fuzz/fuzz_%.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -fsanitize=fuzzer $^ -o $@ $(LDLIBS)

.PHONY: bench
bench: ## speed and memory against ../shared/league, printed in one run
	@conf/packages.sh bench
	@$(MAKE) -s $(JOBS) build $(BUILD)/tests/bench/expat_baseline
	@tests/bench/run.sh

# ---- care

.PHONY: lint
lint: ## formatting, static analysis, the rules of docs/ARCHITECTURE.md
	@conf/packages.sh lint
	@tests/lint/run.sh

.PHONY: format
format: ## clang-format over all C files
	@clang-format -i $$(git ls-files '*.c' '*.h')

.PHONY: clean
clean: ## removes what was built, never data
	rm -rf build

PREFIX	?= /usr
.PHONY: install
install: build ## into $(DESTDIR)$(PREFIX): programs, sql, seeds, conf, man page
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man8" \
	    "$(DESTDIR)$(PREFIX)/share/benchsight/data"
	install -m 755 $(BUILD)/benchsight $(BUILD)/benchsight-server "$(DESTDIR)$(PREFIX)/bin"
	install -m 644 docs/benchsight.8 "$(DESTDIR)$(PREFIX)/share/man/man8"
	cp -r sql "$(DESTDIR)$(PREFIX)/share/benchsight/"
	cp -r data/seeds "$(DESTDIR)$(PREFIX)/share/benchsight/data/"
	install -d "$(DESTDIR)$(PREFIX)/share/benchsight/conf"
	install -m 644 conf/production.conf conf/benchsight.env.example \
	    conf/ffdhe2048.pem "$(DESTDIR)$(PREFIX)/share/benchsight/conf"
	install -d "$(DESTDIR)$(PREFIX)/share/benchsight/conf"
	install -m 644 conf/ffdhe2048.pem conf/production.conf "$(DESTDIR)$(PREFIX)/share/benchsight/conf"

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
.SECONDARY:
