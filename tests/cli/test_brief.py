"""The brief for the hand-over of a shift: one screen, only what is new."""
import json
import shlex
import unittest

import support
from support import CliTest

FERRY = support.news("ferry.jsonl")


class Brief(CliTest):
    @classmethod
    def setUpClass(cls):
        cls.store = cls.make_store(FERRY)

    def brief(self, since, *words, code=0, **expected):
        return self.check(self.annals("brief", "--since", since, "--db", self.store, *words), code, **expected)

    def test_what_is_new_is_told_with_its_cause(self):
        out = self.brief("2021-03-03", out=r"^Since 2021-03-03: 2 new articles, the last of 2021-03-06\.").out
        self.assertRegex(out, r"(?m)^  ~ Killed: at least 12 -> 23, .*\[new article: Coast Wire")
        self.assertRegex(out, r"(?m)^  \+ Missing: 7, .* \[new article: Harbour Daily")
        self.assertNotIn("Injured: ", out)  # known before
        self.assertRegex(out, r"(?m)^  \? on one source: .*Missing 7")

    def test_a_time_of_day_counts_and_nothing_new_is_exit_code_1(self):
        self.brief("2021-03-03T09:30:00Z", out=r"^Since 2021-03-03 09:30: 1 new article,")
        self.brief("2021-03-03T09:29:59Z", out=r": 2 new articles,")
        self.brief("2021-03-07", code=1, out=r"0 new articles(.|\n)*No toll changed, and no event is new")
        self.assertRegex(self.brief("2021-03-04", "--as-of", "2021-03-05", code=1).out, "0 new articles")

    def test_without_since_it_is_since_yesterday(self):
        result = self.annals("brief", "--db", self.store, "--now", "2021-03-07")
        self.check(result, 0, out=r"^Since 2021-03-06: 1 new article, ")

    def test_where_to_look_next_can_be_copied(self):
        out = self.brief("2021-03-03").out
        steps = [line.removeprefix("Next: ") for line in out.splitlines() if line.startswith("Next: ")]
        self.assertEqual(len(steps), 2)
        for step in steps:
            words = shlex.split(step)
            self.assertEqual(words[0], "annals")
            self.assertIn(self.annals(*words[1:]).code, (0, 1), step)
        self.assertIn("Killed: at least 12 -> 23", self.annals(*shlex.split(steps[0])[1:]).out)

    def test_it_never_is_more_than_a_screen(self):
        kinds = ("killed", "injured", "missing", "displaced", "trapped", "rescued", "detained", "evacuated", "arrested")
        lines = []
        for day in range(1, 26):
            text = " ".join(f"{10 * n + day} people were {kind} in Arden when a ferry sank there on {day} March 2021, "
                            f"the ministry said." for n, kind in enumerate(kinds))
            lines.append({"id": f"m{day}", "published": f"2021-03-{day:02}", "publisher": f"Paper {day}", "text": text})
            lines.append({"id": f"n{day}", "published": f"2021-03-{day:02}", "publisher": f"Sheet {day}", "text":
                          f"A bridge fell in Town{chr(64 + day)}ville on {day} March 2021. {day + 2} people were killed, police said."})
        source = self.write("many.jsonl", "\n".join(json.dumps(line) for line in lines))
        for since in ("2021-03-01", "2021-03-12", "2021-03-25"):
            result = self.check(self.annals("brief", "-q", "--since", since, source), 0)
            self.assertLessEqual(len(result.out.splitlines()), 24, result.out)
            self.assertTrue(all(len(line) <= 160 for line in result.out.splitlines()), result.out)

    def test_json_and_markdown_say_the_same(self):
        data = json.loads(self.brief("2021-03-03", "-O", "json").out)
        self.assertEqual((data["schema"], data["new_articles"]), ("annals.brief/1", 2))
        self.assertEqual([d["now"]["best"] for d in data["differences"] if d["kind"] == "killed"], [23])
        self.brief("2021-03-03", "-O", "md", out=r"^- \\~ Killed: at least 12 -\\> 23")

    def test_a_filter_and_an_edit(self):
        self.assertNotIn("Killed", "".join(line for line in self.brief("2021-03-03", "--kind", "missing").out.splitlines(True)
                                           if line.startswith("  ~") or line.startswith("  +")))
        edited = {"id": "e", "published": "2021-03-02T08:00:00Z", "modified": "2021-03-09T08:00:00Z", "publisher": "Coast Wire",
                  "title": "Ferry sinks off Arden", "url": "https://coastwire.example/ferry-1",
                  "text": "A ferry sank off Arden on Monday, 1 March 2021. 31 people were killed, the ministry said."}
        store = self.path("e.db")
        self.check(self.annals("ingest", "-q", "--db", store, FERRY, self.write("e.jsonl", json.dumps(edited))), 0)
        self.check(self.annals("brief", "--since", "2021-03-08", "--db", store), 0, out=r"23 -> 31, .*\[article edited: Coast Wire")


if __name__ == "__main__":
    unittest.main()
