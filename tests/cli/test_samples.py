"""What a careful editor would print of the sample events (datasets/samples/*/expected.json) against what annals prints.

An expectation marked "gap" is one that annals does not meet yet; the test fails when it does, so that the mark goes.
"""
import json
import os
import unittest

from support import ROOT, CliTest, annals

SAMPLES = os.path.join(ROOT, "datasets", "samples")


def standing(store, moment, kind):
    """The last estimate of each series known by the moment: {(event, place): estimate}, parts left out."""
    done = annals("figures", "--db", store, "--history", "--format", "jsonl", "--as-of", moment, "--kind", kind, "-q")
    last = {}
    for line in done.out.splitlines():
        estimate = json.loads(line)
        whole = not any(estimate.get(axis) for axis in ("part_of", "fate", "side", "definition"))
        if whole and estimate["unit"] == "people":
            last[(estimate["event"], estimate["place"])] = estimate
    return list(last.values())


def told_of(estimates, place):
    """Estimates of a place: of the series that names it, else of the undivided ones; the headline where none is asked."""
    if not place:
        return [e for e in estimates if e["headline"]]
    named = [e for e in estimates if e["place"] and (e["place"].lower() in place.lower() or place.lower() in e["place"].lower())]
    return named or [e for e in estimates if not e["place"]]


class SampleTolls(CliTest):
    def check(self, name):
        store = self.make_store(os.path.join(SAMPLES, name, "articles"))
        with open(os.path.join(SAMPLES, name, "expected.json"), encoding="utf-8") as file:
            told = json.load(file)
        zone = told.get("zone", "Z")
        cache = {}
        met = 0
        for row in told["expected"]:
            if row.get("best") is None:
                continue
            key = (row["as_of"], row["kind"])
            if key not in cache:
                cache[key] = standing(store, f"{row['as_of']}T23:59:59{zone}", row["kind"])
            got = [e["best"] for e in told_of(cache[key], row.get("place"))]
            hit = row["best"] in got
            what = f"{name}: {row['kind']} as of {row['as_of']}: wanted {row['best']}, got {got}"
            if row.get("gap"):
                self.assertFalse(hit, f"{what}: the gap is closed, take the mark away")
            else:
                self.assertTrue(hit, what)
                met += 1
        self.assertGreater(met, 0)

    def test_wildfire(self):
        self.check("maui-wildfire")

    def test_two_parties(self):
        self.check("balakot-2019")

    def test_war(self):
        self.check("gaza-war")


if __name__ == "__main__":
    unittest.main()
