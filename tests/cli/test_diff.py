"""Two runs compared: reports kept as JSON, stores, folders, days; and the brief for a shift."""
import csv
import io
import json
import shutil
import unittest

import support
from support import CliTest

FERRY = support.news("ferry.jsonl")
# f2 under its own address, edited without notice: 19 became 21.
EDITED = {"id": "f2b", "published": "2021-03-03T11:00:00Z", "title": "Ferry toll rises to 21", "publisher": "Harbour Daily",
          "url": "https://harbourdaily.example/ferry-2",
          "text": "The death toll from the ferry that sank off Arden on Monday rose to 21, the coast guard said on Wednesday. "
                  "Seven people are still missing."}


def articles(count):
    with open(FERRY, encoding="utf-8") as file:
        return "".join(file.read().splitlines(keepends=True)[:count])


class Diff(CliTest):
    def report(self, name, content, *words):
        source = self.write(name + ".jsonl", content)
        self.check(self.annals("report", "-q", source, "-o", name + ".json", "--reproducible", *words), 0)
        return name + ".json"

    def test_the_same_is_exit_code_0_and_no_output(self):
        a = self.report("a", articles(3))
        self.check(self.annals("diff", a, a), 0, out="", err="3 and 3 articles, 0 differences")

    def test_a_report_kept_as_json_is_the_run_it_came_from(self):
        a = self.report("a", articles(3))
        self.check(self.annals("diff", "-q", a, "a.jsonl"), 0, out="", err="")
        store = self.path("a.db")
        self.check(self.annals("ingest", "-q", "--db", store, "a.jsonl"), 0)
        self.check(self.annals("diff", "-q", store, a), 0, out="", err="")
        for sample in ("maui-wildfire", "balakot-2019"):
            folder = f"{support.ROOT}/datasets/samples/{sample}/articles"
            self.check(self.annals("report", "-q", folder, "-o", "s.json"), 0)
            self.check(self.annals("diff", "-q", "s.json", folder), 0, out="", err="")

    def test_a_new_article_is_the_cause_of_a_new_toll(self):
        a, b = self.report("a", articles(1)), self.report("b", articles(2))
        result = self.check(self.annals("diff", a, b), 1, out=r'^~ Killed: at least 12 -> 19, the coast guard \[new article: '
                                                             r'Harbour Daily, "Ferry toll rises to 19"\]$')
        self.assertRegex(result.out, r"(?m)^\+ Missing: 7, ")
        back = self.check(self.annals("diff", b, a), 1, out=r"^~ Killed: 19 -> at least 12, police \[article no longer there: ")
        self.assertRegex(back.out, r"(?m)^- Missing: 7 withdrawn ")

    def test_an_edited_article_is_told_from_a_new_one(self):
        a = self.report("a", articles(2))
        b = self.report("b", articles(1) + json.dumps(EDITED))
        self.check(self.annals("diff", a, b), 1, out=r"^~ Killed: 19 -> 21, .*\[article edited: Harbour Daily")
        store = self.path("e.db")
        self.check(self.annals("ingest", "-q", "--db", store, "a.jsonl", "b.jsonl"), 0)
        self.check(self.annals("diff", "2021-03-03T10:00Z", "2021-03-03T12:00Z", "--db", store), 1,
                   out=r"article edited: .*\(v1 -> v2\)")

    def test_another_policy_is_a_cause_of_its_own(self):
        claims = "".join(json.dumps({"id": f"p{i}", "published": f"2021-03-0{i + 2}", "text":
                                     f"A ferry sank off Arden on 1 March 2021. {n} people were killed, {who} said."}) + "\n"
                         for i, (n, who) in enumerate(((30, "the ministry"), (12, "a witness"))))
        a, b = self.report("a", claims, "--policy", "official"), self.report("b", claims, "--policy", "latest")
        self.check(self.annals("diff", a, b), 1, out=r"\[policy: official -> latest\]")

    def test_an_override_is_a_cause_set_decided_anew_and_undone(self):
        store, other = self.path("a.db"), self.path("b.db")
        for path in (store, other):
            self.check(self.annals("ingest", "-q", "--db", path, FERRY), 0)
        decide = ("set", "-q", "--db", other, "f3#0")
        self.check(self.annals(*decide, "value=25", "--by", "MK", "--reason", "by phone", "--now", "2021-03-07"), 0)
        said = r"MK 2021-03-07: set f3#0 value=25, by phone\]"
        self.check(self.annals("diff", store, other), 1, out=r"^~ Killed: 23 -> 25, .*\[override: " + said)
        self.check(self.annals("diff", other, store), 1,
                   out=r"^~ Killed: 25 -> 23, .*\[override: no longer applied, " + said)
        self.check(self.annals("report", "-q", "--db", other, "-o", "mk.json"), 0)
        self.check(self.annals(*decide, "value=26", "--by", "AB", "--now", "2021-03-08"), 0)
        self.check(self.annals("diff", "mk.json", other), 1, out=r"25 -> 26, .*\[override: AB 2021-03-08: ")

    def test_word_lists_are_a_cause_of_their_own(self):
        lists = self.path("lists")
        shutil.copytree(f"{support.ROOT}/datasets/lexicons/en", lists)
        with open(f"{lists}/harm.tsv", encoding="utf-8") as file:
            rows = file.read()
        with open(f"{lists}/harm.tsv", "w", encoding="utf-8") as file:
            file.write(rows.replace("\tmissing\n", "\ttrapped\n"))
        a = self.report("a", articles(2))
        b = self.report("b", articles(2), "--lexicon", lists)
        self.check(self.annals("diff", a, b), 1,
                   out=r"Missing: 7 withdrawn \[rule changed: annals [0-9.]+, rules or word lists differ\]",
                   err=r"2 and 2 articles, \d+ differences")

    def test_the_summary_tells_of_articles_that_moved_nothing(self):
        without_address = [{"id": f"n{i}", "published": f"2021-03-0{i}", "title": f"Harbour notes, {i} March",
                            "text": "The ferry that sank off Arden on 1 March was quiet."} for i in (4, 5)]
        lines = [json.dumps(article) + "\n" for article in without_address]
        edited = lines[0].replace("quiet", "calm")
        a, b = self.report("a", articles(2) + "".join(lines)), self.report("b", articles(2) + edited)
        self.check(self.annals("diff", a, b), 0, out="", err=r"4 and 3 articles \(1 edited, 1 gone\), 0 differences")
        self.check(self.annals("diff", b, a), 0, out="", err=r"3 and 4 articles \(1 new, 1 edited\), 0 differences")

    def test_two_days_and_yesterday(self):
        self.write("a.jsonl", articles(3))
        self.check(self.annals("diff", "2021-03-02", "2021-03-04", "a.jsonl"), 1, out="Killed: at least 12 -> 19")
        self.check(self.annals("diff", "@yesterday", "a.jsonl", "--now", "2021-03-06"), 1, out="Killed: 19 -> 23")
        self.check(self.annals("diff", "@yesterday", "a.jsonl", "--now", "2021-03-08"), 0, out="")
        self.check(self.annals("diff", "2021-03-04", "2021-03-02", "a.jsonl"), 2, out="", err="the earlier day comes first")

    def test_rows_and_json_say_the_same(self):
        a, b = self.report("a", articles(1)), self.report("b", articles(3))
        data = json.loads(self.check(self.annals("diff", "-q", a, b, "-O", "json"), 1).out)
        self.assertEqual(data["schema"], "annals.differences/1")
        killed = [d for d in data["differences"] if d["kind"] == "killed"][0]
        self.assertEqual((killed["change"], killed["cause"]), ("revised", "new_article"))
        self.assertEqual((killed["before"]["best"], killed["now"]["best"]), (12, 23))
        self.assertEqual(killed["before"]["said"], "at least 12")
        self.assertIn("23 people were killed", killed["quote"])
        lines = self.annals("diff", "-q", a, b, "-O", "jsonl").out.splitlines()
        self.assertEqual([json.loads(line) for line in lines], data["differences"])
        rows = list(csv.DictReader(io.StringIO(self.annals("diff", "-q", a, b, "-O", "csv").out, newline="")))
        self.assertEqual([row["best"] for row in rows],
                         [str((d["now"] or {}).get("best", "")) for d in data["differences"]])
        self.check(self.annals("diff", "-q", a, b, "--kind", "missing"), 1, out="Missing")
        self.assertNotIn("Killed", self.annals("diff", "-q", a, b, "--kind", "missing").out)

    def test_trouble_is_exit_code_2(self):
        a = self.report("a", articles(1))
        self.write("other.json", '{"schema": "annals.report/1", ')
        for words, message in ((("nowhere", a), "cannot be compared"), ((a,), "needs two files"),
                               ((a, a, a), "needs two files"), (("2021-03-02",), "diff needs a PATH"),
                               (("other.json", a), "cut off"), ((a, a, "--db", "x.db"), "needs two files")):
            self.check(self.annals("diff", *words), 2, out="", err=message)


if __name__ == "__main__":
    unittest.main()
