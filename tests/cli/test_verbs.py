"""What the verbs do with their options, on three articles about one ferry."""
import json
import os
import unittest

import support
from support import CliTest

FERRY = support.news("ferry.jsonl")


class Verbs(CliTest):
    @classmethod
    def setUpClass(cls):
        cls.store = cls.make_store(FERRY)

    def read(self, verb, *words, **rest):
        return self.annals(verb, "--db", self.store, *words, **rest)

    def lines(self, *words, code=0):
        """The JSON Lines of a verb."""
        return [json.loads(line) for line in self.check(self.read(*words, "-O", "jsonl"), code).out.splitlines()]

    def test_every_format_of_every_reading_verb(self):
        for verb in ("timeline", "figures", "compare", "explain"):
            for form in ("text", "md", "json", "jsonl", "csv"):
                with self.subTest(verb=verb, form=form):
                    result = self.check(self.read(verb, "-O", form, "-q"), 0, out=".", err="")
                    if form == "json":
                        json.loads(result.out)
                    if form == "jsonl":
                        for line in result.out.splitlines():
                            json.loads(line)
        self.check(self.read("report", "--title", "The ferry"), 0, out="^# The ferry$", err="")

    def test_each_option_of_the_timeline_chooses(self):
        news = [
            {"id": "a", "published": "2024-05-04", "publisher": "Hill Post", "title": "The dam of Selm",
             "text": "The dam of Selm broke on 3 May 2024 and killed 12 people in Selm, police said. "
                     "Engineers shut the gates of Selm on 3 May 2024. Around 1 May 2024 the rain began in Arl."},
            {"id": "b", "published": "2024-05-05", "publisher": "Coast News", "title": "Selm after the dam",
             "text": "The dam of Selm broke on 3 May 2024. Rescuers reached Selm on 4 May 2024. "
                     "Forty people were injured in Arl on 4 May 2024, the hospital said."},
            {"id": "c", "published": "2024-05-09", "publisher": "Coast News", "title": "A fair",
             "text": "A fair opened in Karlovia on 8 May 2024. Shops were shut from 6 to 8 May 2024 in Karlovia."},
        ]
        source = self.write("news.jsonl", "\n".join(json.dumps(article) for article in news))

        def entries(*words, code=0):
            out = self.check(self.annals("timeline", "-q", source, "-O", "json", *words), code).out
            return json.loads(out)["entries"]

        def dates(*words, code=0):
            return [entry["date"] for entry in entries(*words, code=code)]

        everything = dates()
        self.assertEqual(everything[0], "2024-05-01~")
        self.assertIn("2024-05-06/2024-05-08", everything)
        self.assertEqual(dates("--top", "1"), ["2024-05-03"])
        self.assertEqual({len(entry["sentences"]) for entry in entries("--sentences", "1")}, {1})
        third = [entry for entry in entries("--sentences", "2") if entry["date"] == "2024-05-03"]
        self.assertEqual(len(third[0]["sentences"]), 2)
        self.assertEqual(dates("--since", "2024-05-04", "--until", "2024-05-05"), ["2024-05-04"])
        self.assertEqual(dates("--on", "2024-05-03"), ["2024-05-03"])
        self.assertEqual(dates("--kind", "injured"), ["2024-05-04"])
        self.assertEqual(dates("--kind", "killed", "--place", "Selm"), ["2024-05-03"])
        self.assertEqual(dates("--place", "Nowhere", code=1), [])
        self.assertEqual({s["article"] for e in entries("--source", "hill post") for s in e["spans"]}, {"a"})
        self.assertEqual({s["article"] for e in entries("--keywords", "fair") for s in e["spans"]}, {"c"})
        self.assertEqual(dates("--keywords", "nothing", code=1), [])
        # One article more changes the days that it tells of and no other.
        before = {entry["date"]: entry for entry in entries()}
        news.append({"id": "d", "published": "2024-06-02", "publisher": "Hill Post", "title": "A bridge",
                     "text": "A bridge was opened in Karlovia on 1 June 2024."})
        self.write("news.jsonl", "\n".join(json.dumps(article) for article in news))
        after = {entry["date"]: entry for entry in entries()}
        self.assertEqual({date: entry for date, entry in after.items() if date in before}, before)
        self.assertEqual(set(after) - set(before), {"2024-06-01"})

    def test_timeline_days_are_inclusive_and_the_range_is_told(self):
        def days(*words, code=0):
            result = self.check(self.read("timeline", "-O", "json", *words), code)
            return [entry["date"] for entry in json.loads(result.out)["entries"]], result.err

        everything, said = days()
        self.assertIn("all days", said)
        self.assertGreaterEqual(len(everything), 2)
        first = everything[0]
        only, said = days("--since", first, "--until", first)
        self.assertEqual(only, [first])
        self.assertIn(f"{first} .. {first} (inclusive, 1 day), 1 day shown", said)
        self.assertEqual(days("--on", first)[0], [first])
        self.assertEqual(days("--on", first, "--since", "2020")[0], [first])
        self.assertEqual(len(days("--top", "1")[0]), 1)
        self.assertEqual(days("--since", "2021-03", "--until", "2021-03")[0],
                         [day for day in everything if day.startswith("2021-03")])
        none, said = days("--since", "2030", code=1)
        self.assertEqual(none, [])
        self.assertIn("from 2030-01-01 on (inclusive), 0 days shown", said)
        self.check(self.read("timeline", "--since", "2030", "-q"), 1, err="")
        self.assertEqual(days("--on", "@yesterday", "--now", f"{first}T12:00:00Z", code=1)[0], [])

    def test_figures_by_kind_place_source_and_day(self):
        history = self.lines("figures", "--history", "--kind", "killed")
        self.assertTrue(history)
        self.assertEqual({line["kind"] for line in history}, {"killed"})
        self.assertEqual(history, sorted(history, key=lambda line: line["known_from"]))
        self.assertEqual(history[-1]["best"], 23)
        self.check(self.read("figures", "--source", "MINISTRY", "-O", "csv"), 0, out="23")
        self.check(self.read("figures", "--source", "nobody"), 1)
        self.check(self.read("figures", "--place", "atlantis"), 1)
        self.check(self.read("figures", "--kind", "displaced"), 1)
        self.check(self.read("figures", "--on", "2021-03-06", "-O", "csv"), 0, out="23")
        self.check(self.read("figures", "--until", "2021-03-01"), 1)

    def test_value_is_low_best_high_of_the_headline(self):
        self.check(self.read("figures", "--kind", "killed", "--value"), 0, out=r"\A\d*,23,\d*\n\Z", err="")
        self.check(self.read("figures", "--kind", "killed", "--value", "--as-of", "2021-03-02"), 0,
                   out=r"\A\d*,12,\d*\n\Z", err="")
        self.check(self.read("figures", "--kind", "trapped", "--value"), 1, out="")
        self.check(self.read("figures", "--kind", "killed", "--value", "--as-of", "2021-03-01"), 1, out="")

    def test_as_of_a_day_means_to_its_end(self):
        for when, best in (("2021-03-02T07:59:59Z", None), ("2021-03-02T08:00:00Z", 12), ("2021-03-02", 12),
                           ("2021-03-05", None), ("2021-03-06", 23), ("2021-03", 23)):
            code = 1 if when == "2021-03-02T07:59:59Z" else 0
            history = self.lines("figures", "--history", "--kind", "killed", "--as-of", when, code=code)
            if best is None:
                self.assertTrue(all(line["best"] != 23 for line in history), when)
            else:
                self.assertEqual(history[-1]["best"], best, when)
        self.check(self.read("figures", "--as-of", "@yesterday", "--now", "2021-03-07", "--kind", "killed", "--value"),
                   0, out=",23,")

    def test_events_by_id(self):
        event = self.lines("figures", "--history")[0]["event"]
        for verb in ("timeline", "figures", "compare", "explain", "report"):
            self.check(self.read(verb, "--event", event), 0, out=".")
            self.check(self.read(verb, "--event", "no-such-event"), 1)

    def test_search_by_words_publisher_and_day(self):
        self.check(self.annals("search", "--db", self.store, "missing"), 0, out="missing", err="")
        self.check(self.annals("search", "--db", self.store, '"coast guard"', "--source", "harbour"), 0, out="rose")
        self.check(self.annals("search", "--db", self.store, "ferry", "--source", "nobody"), 1)
        self.check(self.annals("search", "--db", self.store, "ferry", "--until", "2021-03-01"), 1)
        self.check(self.annals("search", "--db", self.store, "submarine"), 1)
        self.check(self.annals("search", "--db", self.store, '"unclosed AND'), 1)
        one = self.check(self.annals("search", "--db", self.store, "ferry", "--limit", "1", "-O", "jsonl"), 0).out
        self.assertEqual(one.count("\n"), 1)
        here = self.check(self.annals("search", "ferry", FERRY, "-O", "jsonl"), 0).out
        self.assertEqual(here, self.annals("search", "ferry", "--db", self.store, "-O", "jsonl").out)
        self.assertEqual(os.listdir(self.folder), [])

    def test_reconcile_claims(self):
        claims = support.news("claims.jsonl")
        lines = [json.loads(line) for line in
                 self.check(self.annals("reconcile", "-O", "jsonl", claims), 0, err="").out.splitlines()]
        self.assertEqual([(line["kind"], line["known_from"], line["best"]) for line in lines],
                         [("killed", "2021-03-02", 12), ("killed", "2021-03-03", 19), ("missing", "2021-03-03", 7)])
        with open(claims, "rb") as file:
            self.check(self.annals("reconcile", "-O", "csv", "--kind", "missing", "-", stdin=file.read()), 0,
                       out="missing")
        self.check(self.annals("reconcile", "--as-of", "2021-03-01", claims), 1)

    def test_what_stood_is_kept_in_the_store_and_read_from_it(self):
        store = self.make_store(FERRY)
        asked = ("figures", "--db", store, "--history", "-O", "jsonl", "--kept")
        self.check(self.annals(*asked), 2, out="", err="nothing is kept yet")
        self.check(self.annals("reconcile", "--db", store), 0, out="", err="estimates of .* events kept")
        self.check(self.annals("reconcile", "--db", store), 0, out="", err=", 0 events changed")
        def told(result):
            rows = [json.loads(line) for line in self.check(result, 0).out.splitlines()]
            return [(row["event"], row["kind"], row["known_from"], row["best"], row["status"]) for row in rows]
        self.assertEqual(told(self.annals(*asked)), told(self.annals(*asked[:-1])))
        value = ("figures", "--db", store, "--value", "--kind", "killed")
        self.assertEqual(self.annals(*value, "--kept").out, self.annals(*value).out)
        self.check(self.annals(*asked, "--policy", "range"), 2, out="", err="kept by the policy model")
        self.check(self.annals("figures", "--db", store, "--kept"), 2, out="", err="needs --history or --value")

    def test_ingest_counts_and_is_repeatable(self):
        self.check(self.annals("ingest", "--db", "news.db", FERRY), 0, out="",
                   err=r"\A3 articles \(0 unchanged, 0 new versions\), \d+ claims, \d+ figures, 0 unreadable\.\n\Z")
        self.check(self.annals("ingest", "--db", "news.db", FERRY), 0, out="",
                   err=r"\A3 articles \(3 unchanged, 0 new versions\), 0 claims, 0 figures, 0 unreadable\.\n\Z")
        self.write("new.jsonl", '{"id": "f1", "published": "2021-03-02T20:00:00Z", "title": "Ferry sinks off Arden", '
                   '"publisher": "Coast Wire", "url": "https://coastwire.example/ferry-1", '
                   '"text": "A ferry sank off Arden on Monday. Police said 14 people were killed."}\n')
        self.check(self.annals("ingest", "--db", "news.db", "new.jsonl", "no.txt"), 3,
                   err=r"^1 article \(0 unchanged, 1 new version\), .*, 1 unreadable\.$")
        known = self.annals("figures", "--db", "news.db", "--kind", "killed", "--as-of", "2021-03-02", "--value")
        self.check(known, 0, out=",14,")
        self.check(self.annals("ingest", "-q", "--db", "news.db", FERRY), 0, out="", err="")

    def test_report_says_when_it_was_made_unless_reproducible(self):
        self.check(self.read("report", "--now", "2022-01-01T10:00:00Z"), 0, out="^generated: 2022-01-01T10:00:00Z$")
        self.check(self.read("report", environment={"SOURCE_DATE_EPOCH": "0"}), 0, out="^generated: 1970-01-01T00:00:00Z$")
        self.assertNotIn("generated:", self.read("report", "--reproducible").out)

    def test_fail_empty(self):
        self.check(self.read("report", "--fail-empty"), 0)
        self.check(self.read("report", "--fail-empty", "--kind", "displaced"), 1, out=".")
        self.check(self.annals("extract", "--fail-empty", "-", stdin="Nothing happened.\n", environment={}), 1, out=".")


if __name__ == "__main__":
    unittest.main()
