"""Bad input of every kind: what is said, how the program ends, and that the rest is still read."""
import json
import os
import shutil
import sqlite3
import subprocess
import unittest

import support
from support import CliTest

GOOD = "date 2021-03-02\n\nA ferry sank off Arden on Monday. At least 12 people were killed, police said.\n"
RECORD = '{"id": "a1", "published": "2021-03-02", "text": "A ferry sank. Police said 12 people were killed."}\n'
LONG_LINE = "Police said 12 people were killed in Arden on Monday. "


class BadInput(CliTest):
    def test_bad_files_are_told_one_by_one_and_the_others_are_read(self):
        said = []
        for name, content, message in (
            ("empty.txt", b"", r"^error: empty\.txt: empty"),
            ("blank.txt", b" \n\t\n", r"^error: blank\.txt: empty"),
            ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, r"^error: picture\.txt: this is a picture"),
            ("zeros.txt", b"PK\0\0" * 1000, r"^error: zeros\.txt: "),
            ("nobody.html", b"<html><head><title>x</title></head></html>", r"^error: nobody\.html: no article"),
            ("cut.json", RECORD.encode()[:60], r"^error: cut\.json:1: "),
            ("cut.jsonl", (RECORD + RECORD[:60]).encode(), r"^error: cut\.jsonl:2: "),
            ("list.json", b"[1, 2]", r"^warning: list\.json#1: "),
            ("bytes.txt", b"date 2021-03-02\n\nCaf\xe9 burns: \xff\xfe 12 people were killed.\n", None),
        ):
            self.write(name, content)
            said.append((name, message))
        self.write("good.txt", GOOD)
        result = self.annals("extract", "--format", "jsonl", *(name for name, _ in said), "nowhere.txt", "good.txt")
        self.check(result, 3, err=r"^error: nowhere\.txt: no such file or folder")
        for _, message in said:
            self.check(result, 3, err=message)
        # What could be read is there, in the order given: the whole line of cut.jsonl, bytes.txt and good.txt.
        lines = [json.loads(line) for line in result.out.splitlines()]
        self.assertEqual([line["published"] for line in lines], ["2021-03-02"] * 3, result)
        self.assertEqual(lines[0]["id"], "a1")

    def test_a_file_that_is_not_there(self):
        self.check(self.annals("extract", "-O", "jsonl", "nowhere.txt"), 3, out="")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_that_may_not_be_read(self):
        os.chmod(self.write("secret.txt", GOOD), 0)
        self.check(self.annals("extract", "secret.txt"), 3, out="", err=r"^error: secret\.txt: ")

    def test_names_and_messages_cannot_command_the_terminal(self):
        result = self.check(self.annals("extract", "evil\x1b]0;x\x07.txt"), 3, err=r"\\u\{1b\}")
        self.assertNotIn("\x1b", result.err)

    def test_one_line_of_five_megabytes(self):
        self.write("long.txt", "date 2021-03-02\n\n" + LONG_LINE * (5_000_000 // len(LONG_LINE)))
        self.check(self.annals("extract", "-O", "jsonl", "long.txt", stdout=subprocess.DEVNULL), 0)

    def test_standard_input_and_its_name_in_messages(self):
        self.check(self.annals("extract", "-O", "jsonl", "-", stdin=RECORD), 0, out='"id": ?"a1"', err="")
        self.check(self.annals("extract", "-O", "jsonl", "-", stdin=""), 3, out="", err="^error: standard input: ")

    def test_an_empty_folder_is_nothing_found(self):
        os.mkdir(self.path("none"))
        for verb in ("extract", "timeline", "figures", "compare", "explain", "report"):
            self.check(self.annals(verb, "none"), 1, err="^warning: none: no articles")
        self.check(self.annals("ingest", "--db", "x.db", "none"), 1, err="^0 articles")

    def test_strict_turns_warnings_into_3_and_quiet_hides_them(self):
        self.write("undated.txt", "A bridge fell and 12 people were killed, police said.\n")
        self.check(self.annals("extract", "--strict", "undated.txt"), 3, out="(?i)killed", err=r"^warning: undated\.txt: ")
        self.check(self.annals("extract", "-q", "undated.txt"), 0, out="(?i)killed", err="")

    def test_word_lists_that_are_not_there(self):
        self.write("good.txt", GOOD)
        self.check(self.annals("extract", "--lexicon", "nowhere", "good.txt"), 3, out="", err="^annals: .*nowhere")

    def test_claims_with_a_bad_line(self):
        with open(support.news("claims.jsonl"), encoding="utf-8") as file:
            claims = file.read()
        self.write("claims.jsonl", claims + '{"event": "ferry", "kind": "kiled", "value": 3}\nnot json\n')
        result = self.annals("reconcile", "-O", "jsonl", "claims.jsonl", "nowhere.jsonl")
        self.check(result, 3, out='"event": ?"ferry"', err=r"warning: claims\.jsonl:4: .*kiled")
        self.check(result, 3, err=r"claims\.jsonl:5: ")
        self.check(result, 3, err=r"^error: .*nowhere\.jsonl")


class BadStore(CliTest):
    @classmethod
    def setUpClass(cls):
        cls.store = cls.make_store(support.news("ferry.jsonl"))

    def filled(self):
        shutil.copy(self.store, self.path("news.db"))

    def test_a_store_that_is_not_there(self):
        self.check(self.annals("timeline", "--db", "nowhere.db"), 4, out="", err="^annals: .*nowhere.db")
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_file_that_is_no_store(self):
        self.write("text.db", GOOD * 100)
        for words in (["timeline", "--db", "text.db"], ["ingest", "--db", "text.db", support.news("ferry.jsonl")]):
            self.check(self.annals(*words), 4, out="", err="^annals: .*text.db")
        with open(self.path("text.db"), encoding="utf-8") as file:
            self.assertEqual(file.read(), GOOD * 100)

    def test_a_folder_for_a_store(self):
        self.check(self.annals("timeline", "--db", "."), 4, out="", err="^annals: ")

    def test_a_store_of_a_newer_program(self):
        self.filled()
        with sqlite3.connect(self.path("news.db")) as store:
            store.execute("PRAGMA user_version = 99")
        store.close()
        for words in (["timeline", "--db", "news.db"], ["ingest", "--db", "news.db", support.news("ferry.jsonl")]):
            self.check(self.annals(*words), 4, out="", err="^annals: .*newer.*99")

    def test_a_store_that_may_only_be_read(self):
        self.filled()
        os.chmod(self.path("news.db"), 0o444)
        self.check(self.annals("timeline", "--db", "news.db"), 0, out="2021-03-0")
        if os.geteuid() != 0:
            other = self.write("other.txt", GOOD)
            self.check(self.annals("ingest", "--db", "news.db", other), 4, err="^annals: .*news.db")


if __name__ == "__main__":
    unittest.main()
