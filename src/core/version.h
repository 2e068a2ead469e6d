/*
 * version: what this program calls itself.
 */
#ifndef CORE_VERSION_H
#define CORE_VERSION_H

#define BENCHSIGHT_VERSION "1.0.0"

#endif
