"""An edited report held against the articles."""
import json
import unittest

import support
from support import CliTest

FERRY = support.news("ferry.jsonl")


class Check(CliTest):
    @classmethod
    def setUpClass(cls):
        cls.store = cls.make_store(FERRY)

    def setUp(self):
        super().setUp()
        self.check(self.annals("report", "-q", "--db", self.store, "-o", "r.md"), 0)
        with open(self.path("r.md"), encoding="utf-8") as file:
            self.report = file.read()

    def verdict(self, report, *words, code=1, **expected):
        self.write("r.md", report)
        return self.check(self.annals("check", "r.md", *(words or ("--db", self.store))), code, **expected)

    def edited(self, old, new):
        self.assertIn(old, self.report)
        return self.report.replace(old, new, 1)

    def line_of(self, report, words):
        return next(n for n, line in enumerate(report.splitlines(), 1) if words in line)

    def test_what_annals_wrote_holds(self):
        self.verdict(self.report, code=0, out=r"^r\.md: [1-9]\d* quotes verbatim, [1-9]\d* figures supported\. ok$", err="")
        self.verdict(self.report, FERRY, code=0, out="ok$")
        for sample in ("maui-wildfire", "balakot-2019", "gaza-war"):
            folder = f"{support.ROOT}/datasets/samples/{sample}/articles"
            for words in ((), ("--policy", "latest"), ("--footnotes",)):
                self.check(self.annals("report", "-q", folder, "-o", "s.md", *words), 0)
                self.check(self.annals("check", "-q", "s.md", folder), 0, out="ok$")

    def test_a_key_figure_that_does_not_stand(self):
        report = self.edited("| 23 |", "| 32 |")
        number = self.line_of(report, "| 32 |")
        self.verdict(report, out=rf"^r\.md:{number}: Killed: 32 does not stand; 23 does")
        # Reported once is not enough for a key figure.
        self.verdict(self.edited("| 23 |", "| 19 |"), out=r"Killed: 19 does not stand; 23 does")

    def test_prose_of_the_editor_is_read_as_an_article_would_be(self):
        added = self.report.replace("\n## Timeline\n", "\nBy Wednesday 19 people had been killed.\n\n## Timeline\n", 1)
        self.verdict(added, code=0, out="ok$")
        added = self.report.replace("\n## Timeline\n", "\nBy Wednesday 91 people had been killed.\n\n## Timeline\n", 1)
        number = self.line_of(added, "91 people")
        self.verdict(added, out=rf"^r\.md:{number}: Killed: 91 is in no report by then")
        # Numbers of anything else are not its business.
        added = self.report.replace("\n## Timeline\n", "\nThe ferry was 91 metres long and 17 years old.\n\n## Timeline\n", 1)
        self.verdict(added, code=0, out="ok$")

    def test_quotes_have_to_be_verbatim(self):
        report = self.edited("said 23 people were killed when the ferry sank on 1 March 2021.\"",
                             "said that 23 people were killed when the ferry sank on 1 March 2021.\"")
        self.verdict(report, out=r"^r\.md:\d+: quote s3-\d: not verbatim in s3: \"The ministry said")
        quoted = '\nThe ministry: "the ferry sank on 1 March 2021" and “a ferry sank off Selm”.\n\n## Timeline\n'
        added = self.report.replace("\n## Timeline\n", quoted, 1)
        result = self.verdict(added, out=r'quote: in no article: "a ferry sank off Selm"')
        self.assertEqual(result.out.count("in no article"), 1)
        self.verdict(self.report.replace("\n## Timeline\n", "\n> Nobody ever said these words.\n\n## Timeline\n", 1),
                     out=r'quote: in no article: "Nobody ever said')

    def test_references_have_to_lead_somewhere(self):
        self.verdict(self.report.replace("\n## Timeline\n", "\nMore to come [s9-4].\n\n## Timeline\n", 1),
                     out=r"\[s9-4\]: no such source or quote")

    def test_an_article_that_changed_or_is_missing(self):
        with open(FERRY, encoding="utf-8") as file:
            articles = [json.loads(line) for line in file]
        articles[2]["text"] = articles[2]["text"].replace("23", "24")
        changed = self.write("changed.jsonl", "\n".join(json.dumps(a) for a in articles))
        result = self.verdict(self.report, changed, out=r"source s3: the article has changed since")
        self.assertRegex(result.out, r"Killed: 23 does not stand; 24 does")
        fewer = self.write("fewer.jsonl", "\n".join(json.dumps(a) for a in articles[:2]))
        self.verdict(self.report, fewer, out=r"source s3: no such article is given")

    def test_the_report_says_as_of_when_it_holds(self):
        self.check(self.annals("report", "-q", "--db", self.store, "--as-of", "2021-03-03", "-o", "r.md"), 0)
        self.check(self.annals("check", "r.md", "--db", self.store), 0, out="ok$")
        self.check(self.annals("check", "r.md", "--db", self.store, "--as-of", "2021-03-07"), 1,
                   out="Killed: 19 does not stand; 23 does")

    def test_other_articles_than_the_report_was_made_from_are_a_note(self):
        with open(FERRY, encoding="utf-8") as file:
            articles = [json.loads(line) for line in file]
        self.verdict(self.report, code=0, out=r"^r\.md: \d+ quotes")
        more = self.write("more.jsonl", "\n".join(json.dumps(a) for a in articles + [
            {"id": "z", "published": "2021-03-04", "title": "Rain", "text": "Rain fell on the fields of Karlovia."}]))
        self.verdict(self.report, more, code=0, out=rf"note: made from other articles than these \({len(articles)} then, {len(articles) + 1} given\)")
        data = json.loads(self.verdict(self.report, more, "-O", "json", code=0).out)
        self.assertIs(data["same_articles"], False)
        without = "".join(line for line in self.report.splitlines(True) if not line.startswith("inputs"))
        self.assertIsNone(json.loads(self.verdict(without, more, "-O", "json", code=0).out)["same_articles"])

    def test_json_and_trouble(self):
        data = json.loads(self.verdict(self.edited("| 23 |", "| 32 |"), "--db", self.store, "-O", "json").out)
        self.assertEqual((data["schema"], data["ok"]), ("annals.check/1", False))
        self.assertGreaterEqual(data["findings"][0]["line"], 1)
        self.check(self.annals("check", "nowhere.md", "--db", self.store), 2, out="", err="no report to read")
        self.check(self.annals("check", "r.md"), 2, out="", err="check needs a PATH")


if __name__ == "__main__":
    unittest.main()
