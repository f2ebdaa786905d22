"""Text of articles stays text in every format: the articles of tests/hostile through every verb and format."""
import csv
import html.parser
import io
import json
import os
import re
import unittest
import xml.dom.minidom

import support

HOSTILE = os.path.join(support.ROOT, "tests", "hostile", "articles.jsonl")
# C0 but for line ends and tabs, C1, and the letters that turn the direction of writing or hide themselves.
DECEPTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class Elements(html.parser.HTMLParser):
    """Names of elements and attributes, and addresses, as a browser would see them."""

    def __init__(self, page):
        super().__init__()
        self.names, self.attributes, self.addresses, self.scripts = set(), set(), [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in ("href", "src", "action"):
                self.addresses.append(value)
        if tag == "script":
            self.scripts.append(dict(attrs).get("type", ""))


class HostileTest(support.CliTest):
    @classmethod
    def setUpClass(cls):
        cls.store = cls.make_store(HOSTILE)

    def output(self, *words):
        return self.check(self.annals(*words, "--db", self.store, "--reproducible"), 0).out

    def test_the_articles_are_there(self):
        with open(HOSTILE, encoding="utf-8") as lines:
            self.assertEqual(len([json.loads(line) for line in lines]), 20)
        self.assertEqual(self.output("report", "-O", "html").count("<mark>") >= 20, True)

    def test_html_has_only_the_elements_and_addresses_of_the_report(self):
        seen = Elements(self.output("report", "-O", "html"))
        self.assertLessEqual(seen.names, set(
            "html head meta title style body a header div p form label span output input select option button main h1 h2 h3 "
            "nav ul ol li section b i br time figure figcaption svg defs pattern path line rect text use details summary table "
            "caption thead tbody tr th td article blockquote mark cite code dl dt dd footer noscript script".split()), seen.names)
        for name in seen.attributes:
            self.assertFalse(name.startswith("on") or name in ("style", "srcdoc", "action", "src"), name)
        self.assertEqual(seen.scripts, ["application/ld+json", "application/json", ""])
        for address in seen.addresses:
            self.assertTrue(re.match(r"#|https?://|data:(text/csv|application/json)", address), address[:80])

    def test_svg_is_well_formed_and_draws_only(self):
        picture = xml.dom.minidom.parseString(self.output("report", "-O", "svg"))
        names = {element.tagName for element in picture.getElementsByTagName("*")}
        self.assertLessEqual(names, set("svg title style defs pattern path line rect text use".split()))
        for element in picture.getElementsByTagName("*"):
            for name, value in element.attributes.items():
                self.assertFalse(name.startswith("on"), name)
                self.assertFalse("href" in name and not value.startswith("#"), value)

    def test_markdown_cannot_be_left(self):
        for verb in ("report", "figures", "timeline", "compare", "explain"):
            page = self.output(verb, "-O", "md")
            self.assertIsNone(DECEPTIVE.search(page), verb)
            for raw in ("<script", "<img", "<svg", "<style", "<iframe", "<!--", "![i]", "<https://evil"):
                self.assertNotIn(raw, page, verb)
            self.assertNotRegex(page, r"(?<!\\)\]\(javascript:", verb)
            for line in page.splitlines():
                self.assertFalse(re.match(r"#+ Injected|```|title: injected", line), line)

    def test_terminals_see_no_controls(self):
        for verb in ("report", "figures", "timeline", "compare", "explain", "extract"):
            words = (verb, HOSTILE) if verb == "extract" else (verb, "--db", self.store)
            text = self.check(self.annals(*words, "-O", "text", "--reproducible"), 0).out
            self.assertIsNone(DECEPTIVE.search(text), verb)

    def test_cells_are_no_formulas(self):
        for verb in ("report", "figures", "timeline", "compare", "explain"):
            for name, delimiter in (("csv", ","), ("tsv", "\t")):
                rows = list(csv.reader(io.StringIO(self.output(verb, "-O", name)), delimiter=delimiter))
                self.assertGreater(len(rows), 1)
                for row in rows:
                    self.assertEqual(len(row), len(rows[0]), row)
                    for value in row:
                        self.assertNotRegex(value, r"^[=+\-@\t\r]", f"{verb} as {name}")

    def test_json_is_json(self):
        for verb in ("report", "figures", "timeline", "compare", "explain"):
            json.loads(self.output(verb, "-O", "json"))
            for line in self.output(verb, "-O", "jsonl").splitlines():
                json.loads(line)

    def test_exports_are_well_formed(self):
        json.loads(self.output("export", "-O", "timelinejs"))
        json.loads(self.output("export", "-O", "geojson"))
        for row in csv.reader(io.StringIO(self.output("export", "-O", "hxl"))):
            for value in row:
                self.assertNotRegex(value, r"^[=+\-@\t\r]")
        for name in ("mermaid", "ics"):
            text = self.output("export", "-O", name).replace("\r\n", "\n")
            self.assertIsNone(DECEPTIVE.search(text), name)
            self.assertNotIn("\n# Injected", text)


if __name__ == "__main__":
    unittest.main()
