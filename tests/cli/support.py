"""Runs the built program in a temporary folder, with an environment that says nothing about the machine."""
import os
import re
import shutil
import subprocess
import tempfile
import unittest

ANNALS = os.environ["ANNALS"]
ROOT = os.environ["ANNALS_SOURCE_DIR"]
DATA = os.path.join(ROOT, "tests", "cli", "data")
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm"}


class Result:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def __repr__(self):
        return f"exit {self.code}\n--- stdout\n{self.out}\n--- stderr\n{self.err}"


def annals(*words, stdin="", environment=None, cwd=None, **rest):
    """The words after `annals`; text in and out. More keywords go to subprocess.run."""
    done = subprocess.run([ANNALS, *words], input=stdin.encode() if isinstance(stdin, str) else stdin,
                          stdout=rest.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE,
                          env={**ENVIRONMENT, **(environment or {})}, cwd=cwd, timeout=240, **rest)
    return Result(done.returncode, (done.stdout or b"").decode(errors="replace"),
                  done.stderr.decode(errors="replace"))


class CliTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="annals-test-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    @classmethod
    def make_store(cls, *inputs):
        """A store of all tests of a class: reading from it is much faster than extracting again."""
        folder = tempfile.mkdtemp(prefix="annals-test-")
        cls.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
        store = os.path.join(folder, "news.db")
        result = annals("ingest", "-q", "--db", store, *inputs)
        assert result.code == 0, result
        return store

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return path

    def annals(self, *words, **rest):
        return annals(*words, cwd=rest.pop("cwd", self.folder), **rest)

    def check(self, result, code, out=None, err=None):
        """Exit code, and patterns that must be found in what was printed; "" means nothing at all."""
        self.assertEqual(result.code, code, result)
        for name, text, pattern in (("stdout", result.out, out), ("stderr", result.err, err)):
            if pattern == "":
                self.assertEqual(text, "", f"{name} is not empty\n{result}")
            elif pattern is not None:
                self.assertTrue(re.search(pattern, text, re.M), f"{name} has no {pattern!r}\n{result}")
        self.assertNotIn("Sanitizer", result.err, result)
        return result


def news(name):
    """Path of a small file of articles made for these tests."""
    return os.path.join(DATA, name)
