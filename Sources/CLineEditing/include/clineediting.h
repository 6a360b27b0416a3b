// A thin layer over libedit's own interface (histedit.h), which Swift cannot call: its functions are
// C-variadic. No type of libedit leaves this module.
#pragma once
#include <stddef.h>

#pragma clang assume_nonnull begin

/// The terminal being read from. There can be only one at a time, used by one thread at a time.
typedef struct cle_editor cle_editor;

/// How reading a line ended.
typedef enum __attribute__((enum_extensibility(closed))) cle_outcome {
  cle_outcome_line,
  cle_outcome_interrupted,
  cle_outcome_end,
} cle_outcome;

/// Called when Tab is pressed. `line` is UTF-8 and valid during the call; `cursor` is an offset in bytes.
/// It answers by calling `cle_replace_before_cursor` or `cle_show_below`, or not at all, which sounds the bell.
typedef void (*cle_completion)(void *_Nullable context, const char *line, size_t cursor);

/// Opens standard input and output for editing; NULL when the terminal or memory is not to be had.
/// `history_size` counts entries.
cle_editor *_Nullable cle_open(const char *program, int history_size);
void cle_close(cle_editor *editor);

void cle_set_completion(cle_editor *editor, cle_completion _Nullable completion, void *_Nullable context);

/// Reads one line. The result is UTF-8 without its newline, `length` bytes long, and valid until the next call;
/// NULL unless the outcome is a line.
const char *_Nullable cle_read(cle_editor *editor, const char *prompt, size_t *length, cle_outcome *outcome);

/// Adds an entry, which may span lines, to the history that the arrow keys and ^R walk through.
void cle_remember(cle_editor *editor, const char *entry);

/// Only inside a completion: puts `text` in place of the bytes from `start` to the cursor.
void cle_replace_before_cursor(cle_editor *editor, size_t start, const char *text);

/// Only inside a completion: prints `text` below the line and draws the line again.
void cle_show_below(cle_editor *editor, const char *text);

#pragma clang assume_nonnull end
