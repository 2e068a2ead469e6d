/*
 * seccomp: system calls that workers need beyond Kore's own list. Everything
 * else ends the worker, which Kore logs and replaces. `seccomp_tracing yes` in
 * the configuration shows what a new dependency calls.
 */
#include <sys/socket.h>

#include <kore/kore.h>
#include <kore/seccomp.h>

#include <errno.h>

void kore_seccomp_hook(void); /* what the macro defines */

KORE_SECCOMP_FILTER("benchsight",
    /* threads of jobs */
    KORE_SYSCALL_ALLOW(sched_yield), KORE_SYSCALL_ALLOW(sched_getaffinity),
    KORE_SYSCALL_ALLOW(gettid), KORE_SYSCALL_ALLOW(membarrier),
    KORE_SYSCALL_ALLOW(madvise), KORE_SYSCALL_ALLOW(clock_nanosleep),
    KORE_SYSCALL_ALLOW(nanosleep), KORE_SYSCALL_ALLOW(prctl),
    /* files: inputs are read, CSVs written aside and renamed */
    KORE_SYSCALL_ALLOW(mkdir), KORE_SYSCALL_ALLOW(rename),
    KORE_SYSCALL_ALLOW(unlinkat), KORE_SYSCALL_ALLOW(rmdir),
    KORE_SYSCALL_ALLOW(fsync), KORE_SYSCALL_ALLOW(fdatasync),
    KORE_SYSCALL_ALLOW(ftruncate), KORE_SYSCALL_ALLOW(pread64),
    KORE_SYSCALL_ALLOW(pwrite64), KORE_SYSCALL_ALLOW(fallocate),
    KORE_SYSCALL_ALLOW(fadvise64), KORE_SYSCALL_ALLOW(flock),
    KORE_SYSCALL_ALLOW(getdents64), KORE_SYSCALL_ALLOW(statx),
    KORE_SYSCALL_ALLOW(faccessat2), KORE_SYSCALL_ALLOW(faccessat),
    KORE_SYSCALL_ALLOW(access), KORE_SYSCALL_ALLOW(umask),
    KORE_SYSCALL_ALLOW(fchmod), KORE_SYSCALL_ALLOW(dup),
    KORE_SYSCALL_ALLOW(readv), KORE_SYSCALL_ALLOW(statfs),
    KORE_SYSCALL_ALLOW(uname),
    /* libpq and the resolver */
    KORE_SYSCALL_ALLOW(sendmmsg), KORE_SYSCALL_ALLOW(sendmsg),
    KORE_SYSCALL_ALLOW(recvmsg), KORE_SYSCALL_ALLOW(bind),
    KORE_SYSCALL_ALLOW(getpeername), KORE_SYSCALL_ALLOW(getsockname),
    KORE_SYSCALL_ALLOW(shutdown), KORE_SYSCALL_ALLOW(pipe2),
    KORE_SYSCALL_ALLOW(eventfd2), KORE_SYSCALL_ALLOW_ARG(socket, 0, AF_NETLINK),
    /* refused aloud: a worker starts no programs */
    KORE_SYSCALL_DENY(execve, EPERM), KORE_SYSCALL_DENY(ptrace, EPERM));
