#define _GNU_SOURCE
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

// A signal for the process is handled on any of its threads that does not block it, and Dispatch's workers, one of
// which the main actor may run on, block them all: the thread that waits in read(2) need not see EINTR. Handlers
// therefore write the signal's number into a pipe that the reader polls beside the terminal.
static int pipe_ends[2] = {-1, -1};

static const int taken[] = {SIGINT, SIGWINCH, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT};
enum { taken_count = sizeof taken / sizeof taken[0] };
static struct sigaction previous[taken_count];

static void forward(int signal) {
  int saved = errno;
  unsigned char number = (unsigned char)signal;
  // It fails only when the pipe is full, and then the reader has enough to wake up for.
  ssize_t written = write(pipe_ends[1], &number, 1);
  (void)written;
  errno = saved;
}

bool cle_signals_open(void) {
  return pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) == 0;
}

void cle_signals_close(void) {
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
}

void cle_signals_take(void) {
  while (cle_signals_next() != 0) {
  }
  for (size_t i = 0; i < taken_count; i++) {
    struct sigaction action = {0};
    action.sa_handler = forward;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(taken[i], &action, &previous[i]);
    // What the caller of the program chose to ignore (nohup) stays ignored; ^C is the line's own key.
    if (previous[i].sa_handler == SIG_IGN && taken[i] != SIGINT) sigaction(taken[i], &previous[i], NULL);
  }
}

void cle_signals_restore(void) {
  for (size_t i = 0; i < taken_count; i++) sigaction(taken[i], &previous[i], NULL);
}

int cle_signals_descriptor(void) { return pipe_ends[0]; }

int cle_signals_next(void) {
  unsigned char number;
  return read(pipe_ends[0], &number, 1) == 1 ? number : 0;
}
