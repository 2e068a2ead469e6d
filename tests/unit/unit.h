/*
 * unit: what every unit test program shares: its main.
 */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <check.h>
#include <stdlib.h>

/* Runs one suite and ends with Check's closing line. */
#define UNIT_MAIN(suite)                                                       \
	int main(void)                                                         \
	{                                                                      \
		SRunner *runner = srunner_create(suite());                     \
		int failed;                                                    \
		srunner_run_all(runner, CK_NORMAL);                            \
		failed = srunner_ntests_failed(runner);                        \
		srunner_free(runner);                                          \
		return (failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE);            \
	}

#endif
