#define _GNU_SOURCE
#include "clineediting.h"

#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "signals.h"

struct cle_editor {
  EditLine *edit;
  History *history;
  const char *prompt;
  bool interrupted;
  cle_completion completion;
  void *context;
  // Only during a completion: the line it was asked about, and what it answered.
  char *line;
  size_t cursor;
  unsigned char answer;
};

static cle_editor *editor_of(EditLine *edit) {
  cle_editor *editor = NULL;
  el_get(edit, EL_CLIENTDATA, &editor);
  return editor;
}

static char *prompt_of(EditLine *edit) { return (char *)editor_of(edit)->prompt; }

// libedit decides in el_init whether text is UTF-8. With LANG unset, or a locale that is not installed, it would take
// each byte of an umlaut for a character, so UTF-8 is insisted on.
static bool use_utf8(void) {
  if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

// MARK: Reading characters

static void suspend(cle_editor *editor) {
  // The terminal is handed back in the mode it was found in, whatever shell takes it.
  el_set(editor->edit, EL_PREP_TERM, 0);
  raise(SIGSTOP);
  el_set(editor->edit, EL_PREP_TERM, 1);
  el_set(editor->edit, EL_REFRESH);
}

static void die_of(cle_editor *editor, int signal) {
  el_set(editor->edit, EL_PREP_TERM, 0);
  cle_signals_restore();
  // The Swift runtime may run the main actor on a thread that blocks signals, where raise(3) would do nothing.
  sigset_t mask;
  sigemptyset(&mask);
  sigaddset(&mask, signal);
  pthread_sigmask(SIG_UNBLOCK, &mask, NULL);
  kill(getpid(), signal);
}

// Attends to the signals that came; false when they end the line.
static bool attend(cle_editor *editor) {
  for (int signal; (signal = cle_signals_next()) != 0;) {
    switch (signal) {
      case SIGWINCH:
        el_resize(editor->edit);
        el_set(editor->edit, EL_REFRESH);
        break;
      case SIGTSTP:
        suspend(editor);
        break;
      case SIGINT:
        editor->interrupted = true;
        return false;
      default:
        die_of(editor, signal);
        return false;
    }
  }
  return true;
}

// One byte of the terminal: 1, or 0 at its end, or -1 when the line ended otherwise.
static int read_byte(cle_editor *editor, char *byte) {
  for (;;) {
    struct pollfd waiting[2] = {{STDIN_FILENO, POLLIN, 0}, {cle_signals_descriptor(), POLLIN, 0}};
    if (poll(waiting, 2, -1) < 0) {
      if (errno == EINTR) continue;
      return -1;
    }
    if (waiting[1].revents && !attend(editor)) return -1;
    if (!waiting[0].revents) continue;
    ssize_t got = read(STDIN_FILENO, byte, 1);
    if (got >= 0) return (int)got;
    if (errno != EINTR && errno != EAGAIN) return -1;
  }
}

static int read_character(EditLine *edit, wchar_t *character) {
  cle_editor *editor = editor_of(edit);
  mbstate_t state = {0};
  for (;;) {
    char byte;
    int got = read_byte(editor, &byte);
    if (got != 1) return got;
    size_t used = mbrtowc(character, &byte, 1, &state);
    if (used == (size_t)-1) {
      // Not UTF-8: what came before is dropped, and this byte may begin the next character.
      memset(&state, 0, sizeof state);
      used = mbrtowc(character, &byte, 1, &state);
      if (used == (size_t)-1) memset(&state, 0, sizeof state);
    }
    if (used == 0 || used == 1) return 1;
  }
}

// MARK: Completion

static unsigned char complete(EditLine *edit, int key) {
  (void)key;
  cle_editor *editor = editor_of(edit);
  if (!editor->completion) return CC_REFRESH_BEEP;
  const LineInfo *info = el_line(edit);
  editor->line = strndup(info->buffer, (size_t)(info->lastchar - info->buffer));
  if (!editor->line) return CC_REFRESH_BEEP;
  editor->cursor = (size_t)(info->cursor - info->buffer);
  editor->answer = CC_REFRESH_BEEP;
  editor->completion(editor->context, editor->line, editor->cursor);
  free(editor->line);
  editor->line = NULL;
  return editor->answer;
}

void cle_replace_before_cursor(cle_editor *editor, size_t start, const char *text) {
  if (!editor->line || start > editor->cursor) return;
  // el_deletestr counts code points where el_line counts bytes.
  int code_points = 0;
  for (size_t i = start; i < editor->cursor; i++) code_points += (editor->line[i] & 0xC0) != 0x80;
  el_deletestr(editor->edit, code_points);
  editor->answer = el_insertstr(editor->edit, text) == 0 ? CC_REFRESH : CC_REFRESH_BEEP;
}

void cle_show_below(cle_editor *editor, const char *text) {
  if (!editor->line) return;
  fputs(text, stdout);
  fflush(stdout);
  editor->answer = CC_REDISPLAY;
}

// MARK: Opening and closing

static void bind_keys(EditLine *edit) {
  static const char *const keys[][2] = {
      {"^R", "em-inc-search-prev"},       {"^W", "ed-delete-prev-word"},
      {"\\e[3~", "ed-delete-next-char"},  {"\\e[3;5~", "em-delete-next-word"},
      {"\\e[1;5C", "em-next-word"},       {"\\e[1;5D", "ed-prev-word"},
      {"\\e[5C", "em-next-word"},         {"\\e[5D", "ed-prev-word"},
      {"\\e[1;3C", "em-next-word"},       {"\\e[1;3D", "ed-prev-word"},
      {"\\e[1~", "ed-move-to-beg"},       {"\\e[4~", "ed-move-to-end"},
      {"\\e[H", "ed-move-to-beg"},        {"\\e[F", "ed-move-to-end"},
  };
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) el_set(edit, EL_BIND, keys[i][0], keys[i][1], NULL);
}

static void configure(cle_editor *editor) {
  EditLine *edit = editor->edit;
  HistEvent event;
  el_set(edit, EL_CLIENTDATA, editor);
  el_set(edit, EL_PROMPT, prompt_of);
  el_set(edit, EL_SIGNAL, 0);
  el_set(edit, EL_GETCFN, read_character);
  el_set(edit, EL_EDITOR, "emacs");
  history(editor->history, &event, H_SETUNIQUE, 1);
  el_set(edit, EL_HIST, history, editor->history);
  el_set(edit, EL_ADDFN, "cdograph-complete", "Complete the word before the cursor", complete);
  bind_keys(edit);
  el_source(edit, NULL);
  // After ~/.editrc, whose `bind -v` would start again from an empty table.
  el_set(edit, EL_BIND, "^I", "cdograph-complete", NULL);
}

cle_editor *cle_open(const char *program, int history_size) {
  HistEvent event;
  if (!use_utf8() || !cle_signals_open()) return NULL;
  cle_editor *editor = calloc(1, sizeof *editor);
  if (editor) {
    editor->prompt = "";
    editor->history = history_init();
    editor->edit = el_init(program, stdin, stdout, stderr);
  }
  if (!editor || !editor->edit || !editor->history ||
      history(editor->history, &event, H_SETSIZE, history_size) < 0) {
    if (editor && editor->history) history_end(editor->history);
    if (editor && editor->edit) el_end(editor->edit);
    free(editor);
    cle_signals_close();
    return NULL;
  }
  configure(editor);
  return editor;
}

void cle_close(cle_editor *editor) {
  el_end(editor->edit);
  history_end(editor->history);
  free(editor);
  cle_signals_close();
}

void cle_set_completion(cle_editor *editor, cle_completion completion, void *context) {
  editor->completion = completion;
  editor->context = context;
}

void cle_remember(cle_editor *editor, const char *entry) {
  HistEvent event;
  history(editor->history, &event, H_ENTER, entry);
}

const char *cle_read(cle_editor *editor, const char *prompt, size_t *length, cle_outcome *outcome) {
  int count = 0;
  editor->prompt = prompt;
  editor->interrupted = false;
  cle_signals_take();
  // Another program may have left the window at another size.
  el_resize(editor->edit);
  const char *line = el_gets(editor->edit, &count);
  cle_signals_restore();
  editor->prompt = "";
  if (editor->interrupted || !line || count <= 0) {
    fputs(editor->interrupted ? "^C\n" : "\n", stdout);
    fflush(stdout);
    el_reset(editor->edit);
    *outcome = editor->interrupted ? cle_outcome_interrupted : cle_outcome_end;
    return NULL;
  }
  *length = strlen(line);
  while (*length > 0 && (line[*length - 1] == '\n' || line[*length - 1] == '\r')) --*length;
  *outcome = cle_outcome_line;
  return line;
}
