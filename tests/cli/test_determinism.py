"""The same articles give the same bytes: on one thread or four, in one batch or many, in any order, twice."""
import glob
import os
import unittest

import support
from support import CliTest

SAMPLE = os.path.join("datasets", "samples", "maui-wildfire")
VIEWS = (["report", "--reproducible"], ["timeline", "-O", "json"], ["figures", "-O", "json"],
         ["figures", "--history", "-O", "jsonl"], ["compare", "-O", "md"], ["explain", "-O", "text"])


class Determinism(CliTest):
    def articles(self):
        folder = SAMPLE
        if os.path.isdir(os.path.join(support.ROOT, SAMPLE, "articles")):
            folder = os.path.join(SAMPLE, "articles")
        files = [os.path.relpath(file, support.ROOT) for file in
                 sorted(glob.glob(os.path.join(support.ROOT, folder, "*")))]
        files = [file for file in files if os.path.basename(file) not in ("README.md", "facts.json")]
        self.assertGreater(len(files), 5)
        return files

    def out(self, *words):
        result = self.annals(*words, "-q", cwd=support.ROOT)
        self.assertIn(result.code, (0, 1), result)
        return result.out

    def test_threads_do_not_show(self):
        files = self.articles()
        one = self.out("extract", "-O", "jsonl", "--threads", "1", *files)
        self.assertGreater(one.count("\n"), 5)
        self.assertEqual(one, self.out("extract", "-O", "jsonl", "--threads", "4", *files))

    def test_order_and_batches_do_not_show(self):
        files = self.articles()
        at_once, in_parts = self.path("once.db"), self.path("parts.db")
        self.out("ingest", "--db", at_once, *files)
        middle = len(files) // 2
        for part in (files[middle:], files[:middle], files):
            self.out("ingest", "--db", in_parts, *part)
        for view in VIEWS:
            with self.subTest(view=view):
                expected = self.out(*view, "--db", at_once)
                self.assertEqual(self.out(*view, "--db", at_once), expected, "two runs")
                self.assertEqual(self.out(*view, "--db", in_parts), expected, "in parts")
        for view in VIEWS[:1]:
            self.assertEqual(self.out(*view, *reversed(files)), self.out(*view, "--db", at_once), "from files")


if __name__ == "__main__":
    unittest.main()
