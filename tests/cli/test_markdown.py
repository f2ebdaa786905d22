"""The Markdown report as CommonMark parsers read it: articles cannot break out of where they stand."""
import json
import re
import subprocess
import shutil
import unittest

import support
from support import CliTest

try:
    import markdown_it
except ImportError:  # python3-markdown-it
    markdown_it = None

FERRY = support.news("ferry.jsonl")
ATTACKS = ["<script>alert(1)</script>", "[x](javascript:alert(1))", "![i](http://evil.example/p.png)", "| a | b |", "`code`",
           "**bold** _em_ ~~gone~~", "http://evil.example/auto", "www.evil.example", "<b>tag</b>", "&lt;script&gt; &#60;img&#62;",
           "[s1]: http://evil.example", "[^1]: note", "# heading", "> quote", "- item", "1. item", "---", "```", "$x$", "\\"]


def hostile():
    lines = []
    for number, attack in enumerate(ATTACKS):
        lines.append(json.dumps({
            "id": f"h{number} {attack}", "published": f"2021-03-{number + 1:02}", "title": attack, "publisher": attack,
            "author": attack, "url": f"https://x.example/{number}?<>|`",
            "text": f"{attack} A ferry sank off Arden on {number + 1} March 2021. {number + 12} people {attack} were killed, "
                    f"{attack} police said. \"{attack} said {attack}.\""}))
    return "\n".join(lines)


class Markdown(CliTest):
    def report(self, source, *words):
        self.check(self.annals("report", "-q", "--reproducible", source, "-o", "r.md", *words), 0)
        with open(self.path("r.md"), encoding="utf-8") as file:
            return file.read()

    def tokens(self, text):
        text = text.split("---\n", 2)[2]  # front matter is no CommonMark
        parser = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
        return [inner for token in parser.parse(text) for inner in [token, *(token.children or [])]]

    @unittest.skipIf(markdown_it is None, "python3-markdown-it is not installed")
    def test_what_is_folded_is_markdown_and_nothing_else_is_html(self):
        report = self.report(f"{support.ROOT}/datasets/samples/maui-wildfire/articles", "--top", "60", "--licence", "CC BY 4.0")
        blocks, inside, opened = [], None, 0
        for token in self.tokens(report):
            if token.type == "html_block":
                blocks.append(token.content.strip())
                opened += token.content.startswith("<details>") - token.content.startswith("</details>")
                if token.content.startswith("<details>"):
                    inside = []
                else:
                    self.assertIn("bullet_list_open", inside)
            elif inside is not None:
                inside.append(token.type)
        self.assertEqual(opened, 0)
        self.assertGreaterEqual(len(blocks), 4)
        for block in blocks:
            self.assertRegex(block, r"^(<details>\n<summary>\d+ (earlier changes|more days, each told by one article)</summary>|</details>)$")
        # Nothing is lost by folding: each change of the registers and each day is there once.
        days = re.findall(r'<a id="(e-\d+-[a-z]+)"', report)
        self.assertEqual(len(days), len(set(days)))
        self.assertGreater(len(days), 20)
        self.assertRegex(report, r'(?m)^licence: "CC BY 4\\u002e0"$')
        self.assertRegex(report, r"(?m)^- Licence: CC BY 4\.0\.")

    @unittest.skipIf(markdown_it is None, "python3-markdown-it is not installed")
    def test_nothing_of_an_article_becomes_markup(self):
        source = self.write("h.jsonl", hostile())
        for words in ((), ("--footnotes",)):
            tokens = self.tokens(self.report(source, *words))
            kinds = {token.type for token in tokens}
            self.assertFalse(kinds & {"image", "code_inline", "code_block", "fence", "blockquote_open", "hr", "em_open",
                                      "s_open", "ordered_list_open", "html_block"}, kinds)
            for token in tokens:
                if token.type == "html_inline":
                    self.assertRegex(token.content, r'^(<a id="[a-z0-9-]+">|</a>)$')
                if token.type == "link_open":
                    self.assertRegex(token.attrs["href"], r"^(#[sc]\d+(-\d+)?|https://x\.example/.*)$")
            headings = [tokens[i + 1].content for i, token in enumerate(tokens) if token.type == "heading_open"]
            self.assertTrue({"Key figures", "Timeline", "Sources", "Quotes"} <= set(headings), headings)

    @unittest.skipIf(markdown_it is None, "python3-markdown-it is not installed")
    def test_each_row_has_as_many_cells_as_its_head(self):
        for source in (FERRY, self.write("h.jsonl", hostile())):
            width = cells = None
            for token in self.tokens(self.report(source)):
                if token.type == "tr_open":
                    cells = 0
                elif token.type in ("th_open", "td_open"):
                    cells += 1
                elif token.type == "tr_close":
                    width = cells if width is None else width
                    self.assertEqual(cells, width)
                elif token.type == "table_close":
                    width = None

    @unittest.skipIf(markdown_it is None, "python3-markdown-it is not installed")
    def test_every_reference_is_a_link_to_an_anchor(self):
        tokens = self.tokens(self.report(FERRY))
        anchors = {re.match(r'<a id="(.*)">', t.content).group(1) for t in tokens
                   if t.type == "html_inline" and t.content.startswith("<a")}
        targets = {t.attrs["href"][1:] for t in tokens if t.type == "link_open" and t.attrs["href"].startswith("#")}
        self.assertTrue(targets)
        self.assertEqual(targets - anchors, set())

    @unittest.skipIf(shutil.which("cmark-gfm") is None, "cmark-gfm is not installed")
    def test_github_reads_it_the_same(self):
        text = self.report(self.write("h.jsonl", hostile()), "--footnotes").split("---\n", 2)[2]
        page = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "footnotes"],
                              input=text.encode(), stdout=subprocess.PIPE, check=True, timeout=60).stdout.decode()
        self.assertFalse(re.findall(r"<(?:script|img|b|em|del|code|blockquote|hr)\b", page))
        for target in re.findall(r'href="([^"]*)"', page):
            self.assertRegex(target, r"^(#|https://x\.example/)")

    def test_no_footnote_is_used_twice(self):
        text = self.report(FERRY, "--footnotes")
        body, _, notes = text.partition("\n[^1]: See ")
        used = re.findall(r"\[\^(\d+)\](?!:)", body)
        self.assertGreater(len(used), 5)
        self.assertEqual(used, [str(n) for n in range(1, len(used) + 1)])
        defined = re.findall(r"(?m)^\[\^(\d+)\]: See \[[sc]\d+(?:-\d+)?\]\.$", "[^1]: See " + notes)
        self.assertEqual(defined, used)
        self.assertNotIn("[^", "".join(line for line in body.splitlines(True) if line.startswith("|")))

    def test_one_more_article_changes_few_lines(self):
        with open(FERRY, encoding="utf-8") as file:
            lines = file.read().splitlines(keepends=True)
        before = self.report(self.write("two.jsonl", "".join(lines[:2]))).splitlines()
        after = self.report(self.write("two.jsonl", "".join(lines))).splitlines()
        sources = [line for line in before if line.startswith("- <a id=\"s")]
        self.assertGreater(len(sources), 4)
        self.assertEqual([line for line in sources if line not in after], [])


if __name__ == "__main__":
    unittest.main()
