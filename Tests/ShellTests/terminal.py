#!/usr/bin/env python3
"""Types into `cdograph repl` on a pseudo-terminal and checks what the screen shows.

Usage: terminal.py PATH-TO-CDOGRAPH [--name NAME --completed NAME] [-- ARGUMENTS-OF-REPL...]

`--name` is the beginning of a place's name typed without umlauts (default "muenster"), `--completed` what Tab must
make of it (default "Münster"). Only the standard library is used. Exit code 0: every check passed.
"""
import argparse
import codecs
import fcntl
import os
import pty
import re
import select
import signal
import stat
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unicodedata

PROMPT = "cdograph> "


class Screen:
    """As much of a terminal as libedit uses: what would be seen, row by row; wide characters fill two cells."""

    SEQUENCE = re.compile(r"\x1b\[\??([0-9;]*)([A-Za-z@])")

    def __init__(self, columns):
        self.columns = columns
        self.clear()

    def clear(self):
        self.rows, self.row, self.column, self.inserting = [[]], 0, 0, False

    def text(self):
        return "\n".join("".join(row) for row in self.rows)

    def feed(self, text):
        position = 0
        while position < len(text):
            sequence = self.SEQUENCE.match(text, position)
            if sequence:
                self.obey(sequence[2], sequence[1])
                position = sequence.end()
            else:
                self.put(text[position])
                position += 1

    def cells(self):
        while len(self.rows) <= self.row:
            self.rows.append([])
        row = self.rows[self.row]
        row.extend(" " * (self.column - len(row)))
        return row

    def put(self, character):
        if character == "\n":
            self.row += 1
        elif character == "\r":
            self.column = 0
        elif character == "\b":
            self.column = max(0, self.column - 1)
        elif character >= " " and character != "\x7f":
            width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
            if self.column + width > self.columns:
                self.row, self.column = self.row + 1, 0
            row = self.cells()
            row[self.column : self.column if self.inserting else self.column + width] = [character, ""][:width]
            self.column += width

    def obey(self, final, parameters):
        count = int(parameters.split(";")[0] or 0)
        row = self.cells()
        steps = max(1, count)
        if final == "A":
            self.row = max(0, self.row - steps)
        elif final == "B":
            self.row += steps
        elif final == "C":
            self.column = min(self.columns - 1, self.column + steps)
        elif final == "D":
            self.column = max(0, self.column - steps)
        elif final == "G":
            self.column = steps - 1
        elif final == "K" and count == 0:
            del row[self.column :]
        elif final == "J" and count == 0:
            del row[self.column :]
            del self.rows[self.row + 1 :]
        elif final == "P":
            del row[self.column : self.column + steps]
        elif final == "@":
            row[self.column : self.column] = " " * steps
        elif final in "hl" and count == 4:
            self.inserting = final == "h"
        elif final not in "mhl":
            raise AssertionError(f"this screen does not know the sequence {final!r} {parameters!r}")


class Shell:
    """One `cdograph repl` on a terminal of its own."""

    def __init__(self, binary, arguments, home, columns=100, locale="C.UTF-8"):
        environment = {"HOME": home, "PATH": os.environ["PATH"], "TERM": "xterm", "LC_MESSAGES": "en"}
        if locale:
            environment["LANG"] = locale
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execve(binary, [binary, "repl", *arguments], environment)
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.display = Screen(columns)
        self.resize(columns)

    @property
    def screen(self):
        return self.display.text()

    def resize(self, columns):
        self.display.columns = columns
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))

    def read(self, seconds):
        ready, _, _ = select.select([self.terminal], [], [], seconds)
        if not ready:
            return False
        try:
            chunk = os.read(self.terminal, 65536)
        except OSError:  # the other end is closed
            return False
        self.display.feed(self.decoder.decode(chunk))
        return bool(chunk)

    def type(self, keys, expecting, seconds=20):
        """Sends keys and waits until the screen, without the rows above the cursor, contains a text or matches.

        Of a line that is sent off only what stands below it counts: the prompt it was typed behind is no answer.
        """
        self.display.rows = self.display.rows[self.display.row :]
        self.display.row = 0
        if keys:
            os.write(self.terminal, keys.encode() if isinstance(keys, str) else keys)
        deadline = time.monotonic() + seconds
        wanted = expecting if isinstance(expecting, re.Pattern) else re.compile(re.escape(expecting))
        sent = isinstance(keys, str) and keys.endswith("\r")
        answered = lambda: wanted.search(self.screen.partition("\n")[2] if sent else self.screen)
        while not answered():
            if time.monotonic() > deadline or not self.read(0.2) and self.ended():
                raise AssertionError(f"typed {keys!r}, expected {wanted.pattern!r}, saw {self.screen!r}")
        # What belongs to the same answer is read too.
        while self.read(0.1):
            pass
        return self.screen

    def interrupt(self):
        """^C, until the next prompt: keys that arrive before it meet a terminal that is not in raw mode yet."""
        self.type("\x03", re.compile(r"\^C\s+" + PROMPT))

    def ended(self):
        if not hasattr(self, "status"):
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return hasattr(self, "status")

    def end(self, keys, seconds=20):
        """Sends keys that end the program; answers its exit code."""
        os.write(self.terminal, keys.encode())
        deadline = time.monotonic() + seconds
        while not self.ended():
            assert time.monotonic() < deadline, f"still running after {keys!r}: {self.screen!r}"
            self.read(0.1)
        os.close(self.terminal)
        return self.status

    def kill(self):
        if not self.ended():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)


CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


@check
def banner_and_prompt(shell, _):
    screen = shell.type("", PROMPT)
    assert ":help lists the commands" in screen, screen


@check
def umlauts_are_edited_by_character(shell, _):
    # ö, left, delete key: the whole character goes, not a byte of it.
    shell.type(":helpö\x1b[D\x1b[3~x\x7f\r", re.compile(r"Command\s.*" + PROMPT, re.S))
    screen = shell.type("grüße日本\r", "is not a command")
    assert "'grüße日本'" in screen, screen


@check
def unknown_command_suggests(shell, _):
    shell.type(":hlep\r", "did you mean ':help'")
    shell.type("quit\r", "did you mean ':quit'")


@check
def help_lists_and_explains(shell, _):
    screen = shell.type(":help\r", re.compile(r":quit\s.*" + PROMPT, re.S))
    for command in ("peers", "path", ":help", ":history"):
        assert command in screen, (command, screen)
    shell.type(":help peers\r", "--topic")


@check
def tab_completes_commands_and_options(shell, _):
    shell.type(":hist\t", "history ")
    shell.type("\x15", "")
    shell.type("pee\t--top\t", re.compile(r"peers\s+.*--topic "))
    shell.interrupt()


@check
def tab_completes_names_with_umlauts(shell, options):
    shell.type(f"peers --near {options.name}\t", options.completed)
    shell.interrupt()
    start = options.completed[:2]
    shell.type(f"peers --near {start}\t", start)
    shell.interrupt()


@check
def interrupt_drops_the_line_and_keeps_the_session(shell, _):
    shell.type("peers --topic abgebrochen", "abgebrochen")
    shell.interrupt()
    shell.type("nachher\r", "'nachher' is not a command")


@check
def interrupt_by_signal_from_elsewhere(shell, _):
    shell.type("halb", "halb")
    os.kill(shell.pid, signal.SIGINT)
    shell.type("", re.compile(r"\^C\s+" + PROMPT))


@check
def arrow_up_brings_lines_back(shell, _):
    shell.type("erste Zeile\r", "not a command")
    shell.type("zweite Zeile\r", "not a command")
    shell.type("\x1b[A\x1b[A", "erste Zeile")
    shell.type("\r", "'erste' is not a command")


@check
def search_backwards(shell, _):
    shell.type("\x12zwei", "zweite Zeile")
    shell.type("\r", "'zweite' is not a command")


@check
def words_are_walked_and_deleted(shell, _):
    # Ctrl-Left twice, Ctrl-W takes the word before: "eins zwei drei" becomes "zwei drei".
    shell.type("eins zwei drei\x1b[1;5D\x1b[1;5D\x17\r", "'zwei' is not a command")


@check
def window_may_change_while_typing(shell, _):
    shell.type("vor", "vor")
    shell.resize(60)
    os.kill(shell.pid, signal.SIGWINCH)
    shell.type("her\r", "'vorher' is not a command")
    shell.resize(100)


@check
def long_lines_survive_a_listing(shell, _):
    # The line fills two rows; what Tab lists stands below it, and the line is whole afterwards.
    long = "x" * 120
    shell.type(f"peers --topic {long} --", "x --")
    screen = shell.type("\t", re.compile(r"--near.*" + re.escape(PROMPT), re.S))
    assert screen.rindex("--topic ") > screen.index("--near"), screen
    shell.interrupt()


@check
def suspended_and_continued(shell, _):
    shell.type("pau", "pau")
    os.write(shell.terminal, b"\x1a")
    deadline = time.monotonic() + 10
    while True:
        pid, status = os.waitpid(shell.pid, os.WUNTRACED | os.WNOHANG)
        if pid and os.WIFSTOPPED(status):
            break
        assert time.monotonic() < deadline, "^Z did not stop the shell"
        time.sleep(0.05)
    assert termios.tcgetattr(shell.terminal)[3] & termios.ICANON, "the terminal was left raw"
    os.kill(shell.pid, signal.SIGCONT)
    shell.type("se\r", "'pause' is not a command")


@check
def unclosed_quotation_names_its_column(shell, _):
    shell.type("peers --topic „OZG\r", "column 15")


@check
def statements_fill_several_lines(shell, _):
    shell.type("UNWIND ['Käse', '日本'] AS Wörter\r", "...> ")
    screen = shell.type("RETURN Wörter, size(Wörter) AS Länge;\r", re.compile(r"Käse +4\s+日本 +2\s.*" + PROMPT, re.S))
    assert "Länge" in screen, screen
    # The statement comes back from the history as a whole.
    shell.type("\x1b[A", "RETURN Wörter")
    shell.interrupt()


@check
def tab_completes_the_words_of_statements(shell, _):
    shell.type("MATCH (t:Topi\t", "(t:Topic")
    shell.interrupt()
    shell.type("MATCH (a)-[:WORKS_O\t", "[:WORKS_ON")
    shell.interrupt()
    shell.type("CALL algo.centrality.pageR\t", "algo.centrality.pageRank")
    shell.interrupt()
    shell.type("RETURN toUpp\t", "toUpper(")
    shell.interrupt()


@check
def errors_of_statements_show_their_place(shell, _):
    shell.type("RETURN 1 + nirgends;\r", re.compile(r"'nirgends' is not defined.*\^\^\^\^\^\^\^\^.*" + PROMPT, re.S))


@check
def interrupt_stops_a_long_statement_and_keeps_the_session(shell, _):
    shell.type(":param n 7\r", PROMPT)
    os.write(shell.terminal, b"UNWIND range(1, 1000000000000) AS x RETURN count(x);\r")
    time.sleep(1.0)
    shell.type("\x03", re.compile(r"interrupted.*" + PROMPT, re.S))
    shell.type("RETURN $n AS sieben;\r", re.compile(r"sieben\s+─+\s+7\s.*" + PROMPT, re.S))


@check
def transactions_show_in_the_prompt(shell, _):
    shell.type(":begin\r", "cdograph*> ")
    shell.type("CREATE (:Probe);\r", "cdograph*> ")
    shell.type(":rollback\r", PROMPT)
    shell.type("MATCH (p:Probe) RETURN count(p) AS n;\r", re.compile(r"n\s+─\s+0\s.*" + PROMPT, re.S))


@check
def render_draws_the_last_answer(shell, _):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "bild.svg")
        shell.type("MATCH p = (:Actor)-[:WORKS_ON]->() RETURN p LIMIT 3;\r", re.compile(r"3 \w+\s+" + PROMPT))
        shell.type(f":render {path}\r", PROMPT)
        with open(path, encoding="utf-8") as picture:
            assert "<svg" in picture.read()


def check_history(binary, arguments, home):
    """A second session knows what the first one typed; nobody else can read it."""
    path = os.path.join(home, ".local/state/cdograph/history")
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600, oct(os.stat(path).st_mode)
    assert stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode) == 0o700
    shell = Shell(binary, arguments, home)
    shell.type("", PROMPT)
    shell.type("\x1b[A", ":quit")
    shell.type("\x1b[A", ":history 2")
    shell.interrupt()
    assert shell.end("\x04") == 0
    with open(path, "a", encoding="utf-8") as file:
        file.write("größer\\nals eins\n")
    shell = Shell(binary, arguments, home)
    shell.type("", PROMPT)
    shell.type("\x1b[A", re.compile(r"größer\n *als eins"))
    shell.type("\r", "'größer' is not a command")
    shell.type(":history 2\r", re.compile(r"größer\n *als eins"))
    shell.interrupt()
    assert shell.end("\x04") == 0


def check_without_locale(binary, arguments, home):
    shell = Shell(binary, [*arguments, "--no-history"], home, locale=None)
    shell.type("", PROMPT)
    shell.type("größer\r", "'größer' is not a command")
    assert shell.end(":quit\r") == 0


def check_without_writable_history(binary, arguments, home):
    """The shell works where history cannot be kept, and says so once."""
    blocked = os.path.join(home, "blocked")
    os.makedirs(blocked)
    with open(os.path.join(blocked, ".local"), "w", encoding="utf-8"):
        pass  # a file where the folder should be
    shell = Shell(binary, arguments, blocked)
    shell.type("", PROMPT)
    shell.type("eins\r", re.compile(r"history is not kept.*is not a command", re.S))
    screen = shell.type("zwei\r", "is not a command")
    assert "not kept" not in screen, screen
    assert shell.end("\x04") == 0


def check_termination_restores_the_terminal(binary, arguments, home):
    shell = Shell(binary, [*arguments, "--no-history"], home)
    shell.type("", PROMPT)
    os.kill(shell.pid, signal.SIGTERM)
    deadline = time.monotonic() + 10
    while not shell.ended():
        assert time.monotonic() < deadline
        shell.read(0.1)
    assert shell.status == -signal.SIGTERM, shell.status
    assert termios.tcgetattr(shell.terminal)[3] & termios.ICANON, "the terminal was left raw"


def check_pipe(binary, arguments, home):
    """Without a terminal: no banner, no prompt, the first failure's code, --fail-fast."""
    environment = {"HOME": home, "PATH": os.environ["PATH"], "LC_MESSAGES": "en"}

    def run(text, *more):
        command = [binary, "repl", *arguments, *more]
        return subprocess.run(command, input=text.encode(), capture_output=True, env=environment, timeout=60)

    done = run("\ufeff:help\r\n\r\n:quit\nnever reached\n")
    assert done.returncode == 0 and b"cdograph>" not in done.stdout and not done.stderr, done
    done = run(":help\nunsinn\n:help\n")
    assert done.returncode == 64 and done.stdout.count(b"What it does") == 2, done
    assert b"line 2: 'unsinn' is not a command" in done.stderr, done
    done = run("unsinn\n:help\n", "--fail-fast")
    assert done.returncode == 64 and not done.stdout, done
    assert run("").returncode == 0
    assert not os.path.exists(os.path.join(home, ".local")), "a pipe has no history"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--name", default="muenster")
    parser.add_argument("--completed", default="Münster")
    parser.add_argument("arguments", nargs="*", help="more arguments for `repl`, after --")
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    passed = 0
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as empty:
        shell = Shell(binary, options.arguments, home)
        try:
            for function in CHECKS:
                function(shell, options)
                passed += 1
                print(f"ok {function.__name__}")
            shell.type(":history 2\r", PROMPT)
            assert shell.end(":quit\r") == 0
        finally:
            shell.kill()
        whole = [
            (check_history, home), (check_without_locale, home), (check_without_writable_history, home),
            (check_termination_restores_the_terminal, home), (check_pipe, empty),
        ]
        for function, folder in whole:
            function(binary, options.arguments, folder)
            passed += 1
            print(f"ok {function.__name__}")
    print(f"{passed} checks passed")


if __name__ == "__main__":
    try:
        main()
    except AssertionError as failure:
        sys.exit(f"FAILED: {failure}")
