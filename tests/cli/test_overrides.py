"""The journal of editors' decisions: set, undo, review, and what every other verb makes of it."""
import json
import os
import pty
import shutil
import subprocess
import unittest

import support
from support import CliTest

FERRY = support.news("ferry.jsonl")
NOW = ("--now", "2021-03-07T10:00:00Z")


class Overrides(CliTest):
    @classmethod
    def setUpClass(cls):
        cls.made = cls.make_store(FERRY)

    def setUp(self):
        super().setUp()
        self.store = self.path("news.db")
        shutil.copy(self.made, self.store)

    def set(self, *words, code=0, **patterns):
        return self.check(self.annals("set", "--db", self.store, *words, *NOW, "--by", "MK"), code, **patterns)

    def toll(self):
        return self.check(self.annals("figures", "--db", self.store, "--kind", "killed", "--value"), 0).out.strip()

    def journal(self):
        with open(self.store + ".overrides", encoding="utf-8") as file:
            return [line for line in file.read().splitlines() if not line.startswith("#")]

    def test_a_rejected_figure_is_out_everywhere_until_it_is_undone(self):
        self.assertEqual(self.toll(), "23,23,23")
        self.set("f3#0", "reject", "--reason", "taken back; by phone", out="23 -> 19")
        self.assertEqual(self.toll(), "19,19,19")
        self.assertRegex(self.journal()[0],
                         r"^2021-03-07T10:00:00Z MK reject f3#0 was=[0-9a-f]{8} ; taken back; by phone$")
        report = self.check(self.annals("report", "--db", self.store), 0).out
        self.assertRegex(report, r"## Editor's changes\n\n- 2021-03-07 10:00, MK: reject f3\\?#0\. Reason: taken back; by phone\.")
        explained = self.check(self.annals("explain", "--db", self.store, "--kind", "killed"), 0).out
        self.assertIn("rejected by an editor", explained)
        self.check(self.annals("undo", "--db", self.store, "--by", "AB", *NOW), 0, out="^Undone: .*reject f3#0")
        self.assertEqual(self.toll(), "23,23,23")
        self.check(self.annals("undo", "--db", self.store, "--by", "AB"), 2, err="nothing to undo")
        self.assertEqual(len(self.journal()), 2)

    def test_a_field_is_set_and_an_expectation_is_checked(self):
        self.set("f3#0", "value=25", out="23 -> 25")
        self.set("expect", "killed=24", out="not as expected: 25 stands, 24 was expected")
        result = self.check(self.annals("figures", "--db", self.store, "--kind", "killed", "--value"), 0,
                            err=r"overrides:4: not as expected: 25 stands, 24 was expected")
        self.assertEqual(result.out, "25,25,25\n")
        self.check(self.annals("figures", "--db", self.store, "--strict"), 3)

    def test_a_decision_goes_stale_with_its_sentence(self):
        with open(self.store + ".overrides", "w", encoding="utf-8") as file:
            file.write("2021-03-07 MK reject f3#0 was=00000000 ; about an older text\n")
        result = self.check(self.annals("figures", "--db", self.store, "--kind", "killed", "--value"), 0,
                            err="overrides:1: reject of f3#0 is stale and not applied")
        self.assertEqual(result.out, "23,23,23\n")
        queue = self.check(self.annals("review", "--db", self.store, "-O", "jsonl"), 0).out.splitlines()
        self.assertEqual(json.loads(queue[0])["doubt"], "stale_override")

    def test_nothing_is_written_that_cannot_be_read_back(self):
        self.set("f9#9", "reject", code=2, err="no such figure")
        self.set("f3#0", code=2, err="needs CHANGE")
        self.set("f3#0", "news/", code=2, err="nothing to set")
        self.set("f3#0", "kind=wounded", code=2, err="no such kind")
        self.set("f3#0", "reject", "value=3", code=2, err="no fields")
        self.set("expect", "killed=some", code=2, err="whole number")
        self.check(self.annals("set", "--db", self.store, "f3#0", "reject"), 2, err="--by WHO is missing")
        self.check(self.annals("set", "f3#0", "reject", FERRY, "--by", "MK"), 2, err="--overrides")
        self.set("f3#0", "reject", "--dry-run", out="Would record")
        self.assertFalse(os.path.exists(self.store + ".overrides"))

    def test_a_broken_journal_stops_the_run_and_names_the_line(self):
        with open(self.store + ".overrides", "w", encoding="utf-8") as file:
            file.write("# mine\n2021-03-07 MK reject f3#0\nsomething else\n")
        self.check(self.annals("figures", "--db", self.store), 3, err=r"overrides:3: \"something\" is no time")

    def test_articles_without_a_store_take_a_named_journal(self):
        journal = self.path("desk.overrides")
        words = (FERRY, "--overrides", journal)
        self.check(self.annals("figures", *words), 3, err="no such journal")
        self.check(self.annals("set", "f3#0", "reject", *words, "--by", "M K", *NOW), 0, out="23 -> 19")
        self.assertEqual(self.check(self.annals("figures", *words, "--kind", "killed", "--value"), 0).out, "19,19,19\n")
        self.check(self.annals("undo", "3", "--overrides", journal, "--by", "M K"), 0)

    def test_review_lists_the_doubts_and_asks_in_a_terminal(self):
        listed = self.check(self.annals("review", "--db", self.store), 0, out="rests on one source alone").out
        self.assertIn("Decide with: annals set", listed)
        leader, follower = pty.openpty()
        asked = subprocess.Popen([support.ANNALS, "review", "--db", self.store, "--kind", "killed", "--by", "MK", *NOW],
                                 stdin=follower, stdout=follower, stderr=subprocess.DEVNULL,
                                 env=support.ENVIRONMENT)
        os.close(follower)
        os.write(leader, b"x\ne\nvalue=none\na\nread it twice\nq\n")
        try:
            while os.read(leader, 4096):
                pass
        except OSError:  # the end of a terminal
            pass
        os.close(leader)
        self.assertEqual(asked.wait(timeout=60), 0)
        self.assertRegex(self.journal()[-1], r"accept f3#0 was=[0-9a-f]{8} ; read it twice$")
        self.check(self.annals("review", "--db", self.store, "--kind", "killed"), 1, out="nothing to review")


if __name__ == "__main__":
    unittest.main()
