// What can interrupt a blocking read of the terminal. Internal to this module.
#pragma once
#include <stdbool.h>

/// Makes the pipe that signal handlers write to; false when the system has none left.
bool cle_signals_open(void);
void cle_signals_close(void);

/// From here to `cle_signals_restore` the signals that concern a line being edited arrive in the pipe.
void cle_signals_take(void);
void cle_signals_restore(void);

/// The descriptor that becomes readable when a signal came.
int cle_signals_descriptor(void);

/// The next signal that came, or 0.
int cle_signals_next(void);
