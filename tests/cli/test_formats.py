"""Exports as other programs read them: each through the format's own reader, where Debian has one."""
import csv
import html.parser
import io
import json
import os
import sqlite3
import unittest

import support
from support import CliTest

try:
    import icalendar
except ImportError:  # python3-icalendar
    icalendar = None
try:
    import jsonschema
except ImportError:  # python3-jsonschema
    jsonschema = None

FERRY = support.news("ferry.jsonl")
# An article whose every field wants to be something else where it is printed.
HOSTILE = json.dumps({
    "id": "h1", "published": "2021-03-02", "publisher": "=HYPERLINK(\"http://x\")", "title": "<script>alert(1)</script>; # :: %%",
    "url": "javascript:alert(1)",
    "text": "=1+1, \"quoted\"\tsaid the police on 1 March 2021: 12 people were killed <b>in</b> Arden; end:vevent \\ {x} %% #."})


class Exports(CliTest):
    @classmethod
    def setUpClass(cls):
        cls.store = cls.make_store(FERRY)

    def export(self, form, *words, stdin=None):
        source = ["--db", self.store] if stdin is None else ["-"]
        return self.check(self.annals("export", "-q", "-O", form, "--reproducible", *source, *words, stdin=stdin or ""),
                          0).out

    def rows(self, text, delimiter=","):
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True,
                               quoting=csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL))

    def test_csv_and_tsv_hold_the_same_cells(self):
        comma, tab = self.rows(self.export("csv")), self.rows(self.export("tsv"), "\t")
        self.assertEqual(comma, tab)
        for column in ("event_id date_edtf date_start date_end precision title place lat lon measure low best high basis "
                       "scope status confidence source_ids quote url archived_url sha256 first_reported last_confirmed").split():
            self.assertIn(column, comma[0])
        killed = [row for row in (dict(zip(comma[0], row)) for row in comma[1:]) if row["measure"] == "killed"]
        self.assertEqual([row["best"] for row in killed], ["12", "19", "23"])
        self.assertEqual(killed[0]["low"], "12")
        self.assertEqual(killed[0]["high"], "")
        self.assertEqual(killed[-1]["confidence"], "single_source")

    def test_no_cell_is_a_formula(self):
        for form, delimiter in (("csv", ","), ("tsv", "\t"), ("hxl", ",")):
            rows = self.rows(self.export(form, stdin=HOSTILE), delimiter)
            cells = [cell for row in rows for cell in row]
            self.assertTrue(any("HYPERLINK" in cell or "1+1" in cell for cell in cells), form)
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})
            self.assertEqual([cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")], [])

    def test_every_report_verb_has_every_row_format(self):
        for verb in ("timeline", "figures", "compare", "explain", "export"):
            for form in ("json", "jsonl", "csv", "tsv"):
                text = self.check(self.annals(verb, "-q", "--db", self.store, "-O", form), 0).out
                with self.subTest(verb=verb, form=form):
                    if form == "json":
                        self.assertRegex(json.loads(text)["schema"], r"^annals\.[a-z]+/1$")
                    elif form == "jsonl":
                        self.assertTrue(all(isinstance(json.loads(line), dict) for line in text.splitlines()))
                    else:
                        rows = self.rows(text, "\t" if form == "tsv" else ",")
                        self.assertGreater(len(rows), 1)
                        self.assertEqual({len(row) for row in rows}, {len(rows[0])})

    def test_report_json_has_raw_and_display_values_that_a_schema_describes(self):
        report = json.loads(self.export("json"))
        self.assertEqual(report["schema"], "annals.report/1")
        estimate = [e for e in report["estimates"] if e["kind"] == "killed"][0]
        self.assertEqual((estimate["low"], estimate["high"], estimate["said"]), (12, None, "at least 12"))
        if jsonschema is None:
            self.skipTest("python3-jsonschema is not installed")
        number, text = {"type": ["integer", "null"]}, {"type": ["string", "null"]}
        figure = {"type": "object", "required": ["id", "event", "kind", "value", "low", "high", "bound", "status", "quote"],
                  "properties": {"low": number, "high": number, "quote": text, "value": {"type": "string"}}}
        jsonschema.validate(report, {
            "type": "object", "required": ["schema", "tool", "title", "as_of", "policy", "inputs", "events", "estimates",
                                           "figures", "timeline", "articles"],
            "properties": {
                "figures": {"type": "array", "items": figure},
                "estimates": {"type": "array", "items": {
                    "type": "object", "required": ["event", "kind", "known_from", "best", "low", "high", "said", "status"],
                    "properties": {"best": number, "low": number, "high": number, "claims": {"type": "array"}}}},
                "articles": {"type": "array", "items": {
                    "type": "object", "required": ["id", "sha256"],
                    "properties": {"sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}}}}})

    def test_lines_say_of_what_type_they_are(self):
        types = [json.loads(line)["type"] for line in self.export("jsonl").splitlines()]
        self.assertEqual(types[0], "report")
        self.assertEqual(set(types), {"report", "event", "estimate", "figure", "entry", "article"})

    def test_hxl_has_a_hashtag_under_each_header(self):
        rows = self.rows(self.export("hxl"))
        for tag in rows[1]:
            self.assertRegex(tag, r"^#[a-z]+(\+[a-z]+)*$")
        tags = [dict(zip(rows[1], row)) for row in rows[2:]]
        killed = [row["#affected+killed"] for row in tags if row["#affected+killed"]]
        self.assertEqual(killed, ["12", "19", "23"])
        self.assertEqual({row["#date+reported"][:10] for row in tags}, {"2021-03-02", "2021-03-03", "2021-03-06"})

    def test_timelinejs_links_sources_and_says_how_sure_a_date_is(self):
        slides = json.loads(self.export("timelinejs"))
        self.assertLessEqual(len(slides["events"]), 40)
        self.assertEqual(len({e["unique_id"] for e in slides["events"]}), len(slides["events"]))
        for event in slides["events"]:
            self.assertIn("year", event["start_date"])
            self.assertRegex(event["text"]["text"], r"<p>Sources: .*</p>$")
        self.assertIn('<a href="https://coastwire.example/ferry-1">', slides["events"][0]["text"]["text"])

    def test_timelinejs_lets_no_markup_of_an_article_through(self):
        allowed = {"p", "a"}

        class Reader(html.parser.HTMLParser):
            def handle_starttag(inner, tag, attrs):
                self.assertIn(tag, allowed)
                self.assertTrue(all(name == "href" and value.startswith("http") for name, value in attrs), attrs)

        for event in json.loads(self.export("timelinejs", stdin=HOSTILE))["events"]:
            Reader().feed(event["text"]["headline"] + event["text"]["text"])

    def test_timelinejs_and_mermaid_take_no_more_than_they_can_bear(self):
        articles = "\n".join(json.dumps({
            "id": f"d{i}", "published": f"2021-{1 + i // 28:02}-{1 + i % 28:02}",
            "text": f"A bus fell off a bridge near Arden on {1 + i % 28} {('January', 'February', 'March')[i // 28]} 2021. "
                    f"{i + 1} people were killed."}) for i in range(60))
        self.assertEqual(len(json.loads(self.export("timelinejs", "--top", "100", stdin=articles))["events"]), 40)
        periods = [line for line in self.export("mermaid", "--top", "100", stdin=articles).splitlines()
                   if line.startswith("        ")]
        self.assertEqual(len(periods), 25)

    def test_mermaid_keeps_to_the_grammar(self):
        for text in (self.export("mermaid"), self.export("mermaid", stdin=HOSTILE)):
            lines = text.splitlines()
            self.assertEqual(lines[0], "timeline")
            for line in lines[1:]:
                self.assertRegex(line, r"^    (title [^:;#%<>\"]+|section [^:;#%<>\"]+|    [^:;#%<>\"]+( : [^:;#%<>\"]+)+)$")

    def test_icalendar_lines_are_folded_and_days_are_whole(self):
        for source in (None, HOSTILE):
            data = self.export("ics", stdin=source).encode()
            self.assertTrue(all(len(line) <= 75 for line in data.split(b"\r\n")))
            self.assertEqual(data.count(b"\n"), data.count(b"\r\n"))
            self.assertEqual(data.count(b"\r\nEND:VEVENT\r\n"), data.count(b"\r\nBEGIN:VEVENT\r\n"))

    @unittest.skipIf(icalendar is None, "python3-icalendar is not installed")
    def test_icalendar_is_read_by_another_program(self):
        calendar = icalendar.Calendar.from_ical(self.export("ics").encode())
        events = calendar.walk("VEVENT")
        self.assertEqual(str(events[0].decoded("dtstart")), "2021-03-01")
        self.assertEqual(str(events[0].decoded("dtend")), "2021-03-02")
        self.assertTrue(all(event["uid"] and event["dtstamp"] and event["summary"] for event in events))
        self.assertEqual(len({event["uid"] for event in events}), len(events))
        hostile = icalendar.Calendar.from_ical(self.export("ics", stdin=HOSTILE).encode()).walk("VEVENT")
        self.assertIn("<b>in</b> Arden; end:vevent \\ {x}", str(hostile[0]["description"]))

    def test_geojson_is_a_collection_of_features(self):
        collection = json.loads(self.export("geojson"))
        self.assertEqual(collection["type"], "FeatureCollection")
        for feature in collection["features"]:
            self.assertEqual(feature["type"], "Feature")
            self.assertIn("geometry", feature)
        killed = [f["properties"] for f in collection["features"] if f["properties"]["measure"] == "killed"]
        self.assertEqual((killed[0]["place"], killed[0]["best"]), ("Arden", 23))

    def test_sqlite_copy_holds_plain_tables(self):
        target = self.path("out.sqlite")
        self.check(self.annals("export", "--db", self.store, "-o", target), 0, out="")
        database = sqlite3.connect(target)
        self.addCleanup(database.close)
        ask = lambda sql: database.execute(sql).fetchall()
        self.assertEqual(ask("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(ask("PRAGMA foreign_key_check"), [])
        self.assertEqual(ask("SELECT best FROM current WHERE kind = 'killed'"), [(23,)])
        self.assertEqual(ask("SELECT low, high, bound FROM figures WHERE kind = 'killed' ORDER BY published LIMIT 1"),
                         [(12, None, "at_least")])
        self.assertEqual(ask("SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'ferry'")[0][0], 4)
        for begin, end, quote, text in ask('SELECT f."begin", f."end", f.quote, a.text FROM figures f JOIN articles a ON a.id = f.article'):
            self.assertIn(text.encode()[begin:end].decode(), quote)
        self.check(self.annals("figures", "--db", target), 4, err="another program")

    def test_the_name_of_the_file_chooses_the_format(self):
        for name, start in (("x.hxl.csv", "event_id,"), ("x.ics", "BEGIN:VCALENDAR"), ("x.mmd", "timeline"),
                            ("x.geojson", '{"type": "FeatureCollection"'), ("x.timelinejs.json", '{"scale"'),
                            ("x.tsv", "event_id\t"), ("x.sqlite", "SQLite format 3\0")):
            self.check(self.annals("export", "--db", self.store, "-o", name), 0, out="")
            with open(self.path(name), "rb") as file:
                self.assertTrue(file.read().startswith(start.encode()), name)
        self.check(self.annals("figures", "--db", self.store, "-o", "x.ics"), 2, out="", err="figures is written as text, md")
        self.assertFalse(os.path.exists(self.path("x.ics.XXXXXX")))

    def test_a_second_run_gives_the_same_bytes(self):
        for form in ("json", "jsonl", "csv", "tsv", "hxl", "timelinejs", "mermaid", "ics", "geojson", "sqlite"):
            for name in ("a", "b"):
                self.check(self.annals("export", "--db", self.store, "-O", form, "--reproducible", "-o", name), 0)
            with open(self.path("a"), "rb") as a, open(self.path("b"), "rb") as b:
                self.assertEqual(a.read(), b.read(), form)


if __name__ == "__main__":
    unittest.main()
