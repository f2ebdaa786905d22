"""Runs every ```console block of README.md and docs/*.md from the repository root with the built program.

A line `$ annals ...` is run by bash; the lines up to the next `$` or the end of the block are what it must print,
standard output and standard error together. A line `...` alone matches any number of lines.
Blocks of other programs are left alone. Commands write below a temporary folder only if they say so with "$TMPDIR".
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

ANNALS = os.environ["ANNALS"]
ROOT = os.environ["ANNALS_SOURCE_DIR"]


def blocks(path):
    """(line number, lines) of each console block."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    start = None
    for number, line in enumerate(lines):
        if start is None and line.strip() == "```console":
            start = number + 1
        elif start is not None and line.strip() == "```":
            yield start, lines[start:number]
            start = None


def commands(first, lines):
    """(line number, command, expected lines); a command may go on after a backslash."""
    at = 0
    while at < len(lines):
        number, command = first + at + 1, lines[at]
        at += 1
        if not command.startswith("$ "):
            continue
        command = command[2:]
        while command.endswith("\\") and at < len(lines):
            command = command[:-1] + lines[at].removeprefix("> ")
            at += 1
        expected = []
        while at < len(lines) and not lines[at].startswith("$ "):
            expected.append(lines[at])
            at += 1
        yield number, command, expected


def matches(expected, got):
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "..." else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in got)) is not None


def main():
    failures = ran = 0
    with tempfile.TemporaryDirectory(prefix="annals-docs-") as folder:
        environment = {"PATH": f"{os.path.dirname(ANNALS)}:/usr/bin:/bin", "LANG": "C.UTF-8", "TMPDIR": folder,
                       "HOME": folder}
        for path in [os.path.join(ROOT, "README.md"), *sorted(glob.glob(os.path.join(ROOT, "docs", "*.md")))]:
            if not os.path.exists(path):
                continue
            for first, lines in blocks(path):
                for number, command, expected in commands(first, lines):
                    if not command.startswith("annals"):
                        continue
                    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL,
                                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)
                    got = done.stdout.decode(errors="replace").splitlines()
                    ran += 1
                    if not matches(expected, got):
                        failures += 1
                        print(f"{os.path.relpath(path, ROOT)}:{number}: $ {command}\n--- written there")
                        print("\n".join(expected), "--- printed now", "\n".join(got), sep="\n")
    print(f"{ran} commands of the docs run, {failures} differ")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
