"""Where results go: files that appear whole or not at all, pipes, full disks, Ctrl-C, colour."""
import os
import pty
import resource
import signal
import subprocess
import unittest

import support
from support import ANNALS, ENVIRONMENT, CliTest

FERRY = support.news("ferry.jsonl")


def limit_file_size(size):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


class StoreTest(CliTest):
    @classmethod
    def setUpClass(cls):
        cls.figures = ["figures", "--db", cls.make_store(FERRY)]


class Files(StoreTest):
    def test_output_file_holds_what_standard_output_would(self):
        shown = self.check(self.annals(*self.figures, "-O", "csv"), 0, out="killed").out
        self.check(self.annals(*self.figures, "-o", "figures.csv"), 0, out="", err="")
        with open(self.path("figures.csv"), encoding="utf-8", newline="") as file:
            self.assertEqual(file.read(), shown)
        self.assertEqual(self.annals(*self.figures, "-O", "csv", "-o", "-").out, shown)

    def test_format_follows_the_ending_unless_given(self):
        for name, words, start in (("a.jsonl", [], '{"'), ("a.json", [], '{"'), ("a.MD", [], "#"),
                                   ("a.csv", [], "event_id,"), ("a.txt", [], "Arden"), ("a", [], "Arden"),
                                   ("x.csv/a", [], "Arden"), ("b.csv", ["-O", "jsonl"], '{"')):
            os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
            self.check(self.annals(*self.figures, "-o", name, *words), 0, out="")
            with open(self.path(name), encoding="utf-8") as file:
                self.assertTrue(file.read().startswith(start), name)

    def test_an_existing_file_keeps_its_mode_and_a_link_stays_a_link(self):
        os.chmod(self.write("old.csv", "old"), 0o640)
        os.symlink("old.csv", self.path("link.csv"))
        self.check(self.annals(*self.figures, "-o", "link.csv"), 0)
        self.assertTrue(os.path.islink(self.path("link.csv")))
        self.assertEqual(os.stat(self.path("old.csv")).st_mode & 0o777, 0o640)
        with open(self.path("old.csv"), encoding="utf-8") as file:
            self.assertIn("killed", file.read())

    def test_a_folder_that_is_not_there(self):
        self.check(self.annals(*self.figures, "-o", "no/where.csv"), 4, out="", err="^annals: .*no/where.csv")

    def test_an_output_that_does_not_fit_leaves_the_old_file(self):
        self.write("out.jsonl", "old")
        result = self.annals("reconcile", support.news("claims.jsonl"), "-o", "out.jsonl", preexec_fn=limit_file_size(500))
        self.check(result, 4, out="", err=r"^annals: out\.jsonl: cannot write: ")
        with open(self.path("out.jsonl"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "old")
        self.assertEqual(os.listdir(self.folder), ["out.jsonl"])

    def test_a_full_disk_behind_standard_output(self):
        with open("/dev/full", "wb") as full:
            self.check(self.annals(*self.figures, stdout=full), 4, err="standard output: cannot write")

    def test_a_store_that_does_not_fit_keeps_what_it_had(self):
        self.check(self.annals("ingest", "-q", "--db", "news.db", FERRY), 0)
        before = self.annals("figures", "--db", "news.db", "-O", "json").out
        size = os.path.getsize(self.path("news.db"))
        more = "".join(f'{{"text": "On {day} May 2021 police said {day} people were killed in a fire. {"x " * 3000}"}}\n'
                       for day in range(1, 31))
        self.write("more.jsonl", more)
        result = self.annals("ingest", "-q", "--db", "news.db", "more.jsonl", preexec_fn=limit_file_size(size))
        self.check(result, 4, out="", err=r"^annals: .*news\.db")
        self.assertEqual(self.annals("figures", "--db", "news.db", "-O", "json").out, before)
        self.check(self.annals("ingest", "--db", "news.db", "more.jsonl"), 0, err="^30 articles")


class PipesAndSignals(StoreTest):
    def test_a_reader_that_goes_away_ends_the_program_quietly(self):
        read_end, write_end = os.pipe()
        os.close(read_end)
        try:
            self.check(self.annals(*self.figures, stdout=write_end), 0, err="")
            self.check(self.annals("help", stdout=write_end), 0, err="")
        finally:
            os.close(write_end)

    def interrupt(self, *words):
        """Starts the program on a pipe that stays open, interrupts it once it reads, and returns how it ended."""
        process = subprocess.Popen([ANNALS, *words, "-v", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=ENVIRONMENT, cwd=self.folder)
        with process:
            said = process.stderr.readline().decode()
            self.assertIn("reading", said)
            process.stdin.write(b'{"id": "x", "text": "Police said 12 people were killed."}\n')
            process.stdin.flush()
            process.send_signal(signal.SIGINT)
            out, err = process.stdout.read(), process.stderr.read()
            code = process.wait(timeout=30)
        return support.Result(code, out.decode(), err.decode())

    def test_interrupted_output_leaves_no_file(self):
        self.write("out.jsonl", "old")
        self.check(self.interrupt("extract", "-o", "out.jsonl"), 130, out="")
        self.assertEqual(os.listdir(self.folder), ["out.jsonl"])
        with open(self.path("out.jsonl"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "old")

    def test_interrupted_ingest_leaves_a_sound_store(self):
        self.check(self.annals("ingest", "-q", "--db", "news.db", FERRY), 0)
        before = self.annals("figures", "--db", "news.db", "-O", "json").out
        self.check(self.interrupt("ingest", "--db", "news.db"), 130, out="")
        self.assertEqual(self.annals("figures", "--db", "news.db", "-O", "json").out, before)


class Colour(StoreTest):
    def on_a_terminal(self, *words, environment=None):
        """What the program writes to a terminal on standard output."""
        ours, theirs = pty.openpty()
        process = subprocess.Popen([ANNALS, *words], stdout=theirs, stderr=subprocess.DEVNULL,
                                   env={**ENVIRONMENT, **(environment or {})})
        os.close(theirs)
        written = b""
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # Linux's way to say that the other end is closed
                break
            if not chunk:
                break
            written += chunk
        os.close(ours)
        self.assertEqual(process.wait(timeout=60), 0)
        return written.decode()

    def test_colour_is_for_terminals_that_want_it(self):
        words = self.figures
        for environment, extra, coloured in (({}, [], True), ({"NO_COLOR": "1"}, [], False),
                                             ({"NO_COLOR": ""}, [], True), ({"ANNALS_NO_COLOR": "1"}, [], False),
                                             ({"TERM": "dumb"}, [], False), ({}, ["--color", "never"], False),
                                             ({"NO_COLOR": "1"}, ["--color", "always"], True),
                                             ({}, ["-O", "jsonl", "--color", "always"], False)):
            with self.subTest(environment=environment, extra=extra):
                self.assertEqual("\x1b[" in self.on_a_terminal(*words, *extra, environment=environment), coloured)

    def test_no_colour_in_pipes_and_files_unless_forced(self):
        self.assertNotIn("\x1b", self.annals(*self.figures).out)
        self.assertIn("\x1b[", self.annals(*self.figures, "--color", "always").out)
        self.on_a_terminal(*self.figures, "-o", self.path("a.txt"))
        with open(self.path("a.txt"), encoding="utf-8") as file:
            self.assertNotIn("\x1b", file.read())


if __name__ == "__main__":
    unittest.main()
