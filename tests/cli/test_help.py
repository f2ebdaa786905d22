"""Help, usage errors, suggestions, version, manual page, completions and the reference in docs."""
import os
import re
import shutil
import subprocess
import unittest

import support
from support import CliTest, annals

VERBS = ["ingest", "extract", "report", "export", "timeline", "figures", "compare", "explain", "check", "brief", "diff", "reconcile", "search", "help",
         "completion"]


class Help(CliTest):
    def test_without_words_a_few_lines_with_examples_first(self):
        result = self.check(self.annals(), 0, err="")
        lines = result.out.splitlines()
        self.assertLessEqual(len(lines), 14, result.out)
        self.assertTrue(lines[2].startswith("  annals report "), result.out)
        self.assertTrue(all(len(line) <= 100 for line in lines), result.out)

    def test_help_of_a_verb_is_the_same_both_ways(self):
        for verb in VERBS:
            asked = self.check(annals("help", verb), 0, out=f"^Usage: annals {verb}", err="")
            flagged = self.check(annals(verb, "--help"), 0, err="")
            self.assertEqual(asked.out, flagged.out)
        self.assertEqual(annals("timeline", "-h").out, annals("help", "timeline").out)

    def test_help_names_every_verb_and_exit_code(self):
        result = self.check(annals("help"), 0, err="")
        for verb in VERBS:
            self.assertRegex(result.out, rf"(?m)^  {verb} ")
        for code in (0, 1, 2, 3, 4, 130):
            self.assertRegex(result.out, rf"(?m)^  {code} ")
        self.assertEqual(result.out, annals("--help").out)

    def test_version_names_program_and_schema(self):
        self.check(annals("--version"), 0, out=r"^annals \d+\.\d+\.\d+ \(data schema \d+\)$", err="")

    def test_reference_in_docs_is_up_to_date(self):
        with open(os.path.join(support.ROOT, "docs", "cli-reference.md"), encoding="utf-8") as file:
            self.assertEqual(annals("help", "--markdown").out, file.read(),
                             "run: annals help --markdown > docs/cli-reference.md")

    def test_manual_page_has_every_verb_and_no_roff_errors(self):
        page = self.check(annals("help", "--man"), 0, err="").out
        self.assertTrue(page.startswith(".TH ANNALS 1"))
        for verb in VERBS:
            self.assertIn(f'.SS "annals {verb}"', page)
        if shutil.which("groff"):
            formatted = subprocess.run(["groff", "-man", "-Tutf8", "-ww"], input=page.encode(), capture_output=True,
                                       check=True)
            self.assertEqual(formatted.stderr.decode(), "")


class Completion(CliTest):
    def complete(self, *words):
        """What bash offers for the last of the words."""
        script = annals("completion", "bash").out
        line = " ".join(f"'{word}'" for word in words)
        script += f"\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _annals; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        done = subprocess.run(["bash", "-c", script], capture_output=True, check=True, cwd=self.folder)
        self.assertEqual(done.stderr, b"")
        return done.stdout.decode().split()

    def test_bash_completes_verbs_options_values_and_files(self):
        self.write("news.txt", "x")
        for words, offered in (
            (["annals", "ti"], ["timeline"]),
            (["annals", "timeline", "--si"], ["--since"]),
            (["annals", "figures", "--policy", "o"], ["official"]),
            (["annals", "figures", "--format", "js"], ["json", "jsonl"]),
            (["annals", "help", "fig"], ["figures"]),
            (["annals", "completion", "z"], ["zsh"]),
            (["annals", "timeline", "ne"], ["news.txt"]),
            (["annals", "reconcile", "--si"], []),
        ):
            self.assertEqual(self.complete(*words), offered, words)

    def test_zsh_and_fish_know_every_verb(self):
        zsh = self.check(annals("completion", "zsh"), 0, out="^#compdef annals").out
        fish = self.check(annals("completion", "fish"), 0, err="").out
        for verb in VERBS:
            self.assertRegex(zsh, rf"(?m)^    {verb}\) _arguments")
            self.assertRegex(fish, rf"(?m)^complete -c annals -f -n __fish_use_subcommand -a {verb} ")
        if shutil.which("zsh"):
            subprocess.run(["zsh", "-n"], input=zsh.encode(), check=True)
        if shutil.which("fish"):
            subprocess.run(["fish", "-n"], input=fish.encode(), check=True)
        self.check(annals("completion", "tcsh"), 2, out="", err="bash, zsh or fish")


class Usage(CliTest):
    def test_wrong_words_say_what_to_do_next_in_one_line(self):
        self.write("a.txt", "Nothing happened.")
        for words, message in (
            (["timelin"], "no verb 'timelin'; did you mean 'timeline'"),
            (["xyzzy"], r"no verb 'xyzzy' \(see annals help\)"),
            ([""], "no verb ''"),
            (["--db", "x", "timeline"], "the verb comes first"),
            (["timeline", "a.txt", "--sicne", "2024"], "no option --sicne; did you mean --since"),
            (["timeline", "a.txt", "--sinc=2024"], "no option --sinc; did you mean --since"),
            (["timeline", "a.txt", "--unti", "2024"], "no option --unti; did you mean --until"),
            (["timeline", "a.txt", "-x"], "no option -x"),
            (["ingest", "--policy", "latest", "a.txt"], "ingest has no option --policy"),
            (["timeline"], "needs a PATH, - for standard input, or --db FILE"),
            (["timeline", "--db", "x.db", "a.txt"], "either PATH or --db FILE, not both"),
            (["ingest", "a.txt"], "needs --db FILE"),
            (["ingest", "--db", "x.db"], "needs a PATH"),
            (["ingest", "--db", "", "a.txt"], "--db needs the name of a file"),
            (["reconcile"], "reconcile needs CLAIMS"),
            (["search"], "search needs QUERY"),
            (["search", "word"], "needs a PATH"),
            (["help", "timelin"], "did you mean 'timeline'"),
            (["help", "timeline", "figures"], "help takes no 'figures'"),
            (["help", "--man", "--markdown"], "one thing at a time"),
            (["timeline", "a.txt", "--since"], "--since"),
            (["timeline", "a.txt", "--since", "2024", "--since", "2025"], "--since is given more than once"),
            (["timeline", "a.txt", "--since", "2024-02-30"], "--since 2024-02-30: not a date of the calendar"),
            (["timeline", "a.txt", "--until", "soon"], "--until soon: not a date"),
            (["timeline", "a.txt", "--since", "../2024"], "--since ../2024: not a date"),
            (["timeline", "a.txt", "--since", "2024-02", "--until", "2024-01"],
             "--since 2024-02-01 is after --until 2024-01-31; both days are inclusive"),
            (["timeline", "a.txt", "--since", "2024-02", "--on", "2024-01"], "no day is left"),
            (["timeline", "a.txt", "--as-of", "2024-13"], "--as-of 2024-13: not a date"),
            (["timeline", "a.txt", "--top", "0"], "--top 0: not a whole number from 1"),
            (["timeline", "a.txt", "--top", "-3"], "--top -3: not a whole number"),
            (["timeline", "a.txt", "--top", "99999999999999999999"], "not a whole number"),
            (["timeline", "a.txt", "--threads", "two"], "--threads two: not a whole number from 0"),
            (["timeline", "a.txt", "--format", "jason"], "--format jason: did you mean json"),
            (["timeline", "a.txt", "--format", ""], "--format : it is one of text"),
            (["report", "a.txt", "--format", "ics"], "--format ics: it is one of md"),
            (["report", "a.txt", "-o", "r.ics"], "report is written as md"),
            (["timeline", "a.txt", "--color", "blue"], "--color blue: it is one of auto, always, never"),
            (["figures", "a.txt", "--kind", "kiled"], "did you mean killed"),
            (["figures", "a.txt", "--value"], "--value needs --kind"),
            (["figures", "a.txt", "--value", "--kind", "killed", "--history"], "exclude each other"),
            (["figures", "a.txt", "--history=yes"], "--history takes no value"),
            (["figures", "a.txt", "-q", "-v"], "--quiet and --verbose exclude each other"),
            (["figures", "a.txt", "-o", ""], "-o needs the name of a file"),
            (["figures", "a.txt", "--published", "2024-06"], "--published 2024-06: not a date"),
            (["timelin\x1b[31m"], r"\\u\{1b\}"),
        ):
            with self.subTest(words=words):
                result = self.check(self.annals(*words), 2, out="", err=message)
                self.assertTrue(result.err.startswith("annals: "), result)
                self.assertEqual(result.err.count("\n"), 1, result)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.txt"])

    def test_help_wins_over_other_mistakes(self):
        self.check(annals("timeline", "--help", "--bogus"), 0, out="^Usage: annals timeline", err="")

    def test_two_dashes_end_the_options(self):
        self.write("--top", "On 3 May 2021 a bridge fell in Arden.\n")
        self.check(self.annals("extract", "--format", "jsonl", "--", "--top"), 0, out=r'"timexes":')
        self.check(self.annals("extract", "--format", "jsonl", "--top"), 2, err="no option --top")

    def test_every_kind_of_the_table_is_known_to_the_program(self):
        choices = re.search(r"Only figures of this kind: ([a-z, \n]+)", annals("help", "figures").out).group(1)
        kinds = [kind for kind in re.split(r"[,\s]+", choices) if kind]
        self.assertEqual(len(kinds), 12)
        for kind in kinds:
            self.check(annals("reconcile", "--kind", kind, support.news("claims.jsonl"), "-O", "jsonl"),
                       0 if kind in ("killed", "missing") else 1, err="")


if __name__ == "__main__":
    unittest.main()
