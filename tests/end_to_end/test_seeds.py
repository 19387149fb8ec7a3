"""
The command on every folder of seeds: exit status, the whole list of findings, the whole table.

`seeds/README.md` describes the articles and the format of `expected.yaml`. The tables are kept in
`tests/snapshots/seeds-<folder>.txt`. To write them anew, after a change that is meant to show:

    UPDATE_SNAPSHOTS=1 python -m pytest tests/end_to_end/test_seeds.py

then read the difference as an editor would before keeping it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
SNAPSHOTS = ROOT / "tests" / "snapshots"
FOLDERS = sorted(path.parent.relative_to(ROOT).as_posix() for path in SEEDS.rglob("expected.yaml"))
UPDATE = bool(os.environ.get("UPDATE_SNAPSHOTS"))


def run(command: str, folder: str, *options: str) -> "subprocess.CompletedProcess[str]":
    """Run the real command from the root of the project, on a path relative to it."""
    settings = {"COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "checker", command, folder, *options],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def expectation(folder: str) -> dict[str, Any]:
    """Read what a careful reader expects of a folder."""
    read: dict[str, Any] = yaml.safe_load((ROOT / folder / "expected.yaml").read_text("utf-8"))
    unknown = set(read) - {"exit", "findings", "claims"}
    assert not unknown, f"{folder}/expected.yaml: unknown keys {sorted(unknown)}"
    return read


def says(claim: dict[str, Any]) -> str:
    """Write what a claim of the report states, in the short form of `expected.yaml`."""
    if claim["text"] is None:
        return "anchor"
    if claim["value"] is not None:
        return f"{claim['bound']} {claim['value']}"
    if claim["low"] is None and claim["high"] is None:
        return str(claim["bound"])
    return f"{claim['bound']} {claim['low']} to {claim['high']}"


def outlets(report: dict[str, Any]) -> dict[str, str]:
    """Map the id of each article of a report to its outlet."""
    return {article["id"]: article["outlet"] for article in report["articles"]}


def stated(finding: dict[str, Any], outlet_of: dict[str, str]) -> list[tuple[str, str]]:
    """List outlet and figure of every claim of a finding, each claim once, in order of text."""
    claims = {
        claim["id"]: (outlet_of.get(claim["article"], ""), says(claim))
        for camp in finding["camps"]
        for claim in (*camp["claims"], *camp["fits"])
        if claim["repeats"] is None
    }
    return sorted(claims.values())


def expected_claims(finding: dict[str, Any]) -> list[tuple[str, str]]:
    """List outlet and figure of every claim that a finding should hold."""
    return sorted((claim.get("outlet", ""), str(claim["says"])) for claim in finding["claims"])


def codes(value: "str | list[str]") -> list[str]:
    """Give the reason codes that an expectation admits."""
    return [value] if isinstance(value, str) else value


def summary(finding: dict[str, Any], admitted: list[str]) -> tuple[str, str, str, str]:
    """Give the head of a finding; its reason is replaced by all those admitted if it is one."""
    because = "|".join(admitted) if finding["because"] in admitted else finding["because"]
    return finding["rule"], finding["verdict"], because, finding["severity"]


def check_finding(wanted: dict[str, Any], found: dict[str, Any], outlet_of: dict[str, str]) -> None:
    """Hold one finding of the report against what is expected of it."""
    admitted = codes(wanted.get("because", found["because"]))
    expected = (wanted["rule"], wanted["verdict"], "|".join(admitted), wanted["severity"])
    assert expected == summary(found, admitted)
    assert expected_claims(wanted) == stated(found, outlet_of)
    assert wanted.get("cause") == found.get("cause")
    for relation in wanted.get("relations", ()):
        check_relation(relation, found)


def check_relation(wanted: dict[str, Any], found: dict[str, Any]) -> None:
    """Look for the relation between the camps of two figures, whichever camp comes first."""
    first, second = (camps_of(figure, found) for figure in wanted["between"])
    met = {
        (relation["verdict"], relation["because"])
        for relation in found["relations"]
        if (relation["a"] in first and relation["b"] in second)
        or (relation["a"] in second and relation["b"] in first)
    }
    allowed = {tuple(pair.split(": ")) for pair in codes(wanted["is"])}
    assert met & allowed, f"{wanted['between']}: {sorted(met)} in place of {sorted(allowed)}"


def camps_of(figure: str, finding: dict[str, Any]) -> set[int]:
    """Give the numbers of the camps that hold a claim of this figure."""
    return {
        number
        for number, camp in enumerate(finding["camps"])
        if any(says(claim) == figure for claim in (*camp["claims"], *camp["fits"]))
    }


def by_rule(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put findings, expected or found, in one order."""
    return sorted(findings, key=lambda one: (one["rule"], one["verdict"]))


def test_every_folder_of_articles_says_what_it_expects() -> None:
    """A folder whose expectation was forgotten would never be run."""
    with_articles = {path.parent for path in SEEDS.glob("*/**/*.md")}
    assert sorted(path.relative_to(ROOT).as_posix() for path in with_articles) == FOLDERS
    assert "seeds/ukraine" in FOLDERS


def test_planted_errors_and_honest_pairs_are_as_many() -> None:
    """Counterexamples are worth as much as examples, in both languages."""
    for language in ("en", "fr"):
        planted = [name for name in FOLDERS if name.startswith(f"seeds/planted/{language}-")]
        flagged = [
            name
            for name in planted
            if any(
                one["verdict"] in ("disagree", "unsure") for one in expectation(name)["findings"]
            )
        ]
        assert len(flagged) >= 5
        assert len(planted) - len(flagged) >= 5


@pytest.mark.parametrize("folder", FOLDERS)
def test_findings(folder: str) -> None:
    """The exit status and the whole list of findings are those a careful reader expects."""
    wanted = expectation(folder)
    done = run("check", folder, "--format", "json")
    assert (wanted["exit"], "") == (done.returncode, done.stderr)
    report = json.loads(done.stdout)
    outlet_of = outlets(report)
    shown = [
        f"{one['verdict']}: {one['because']} {stated(one, outlet_of)}" for one in report["findings"]
    ]
    expected, found = by_rule(wanted["findings"]), by_rule(report["findings"])
    assert [one["rule"] for one in expected] == [one["rule"] for one in found], shown
    for one, other in zip(expected, found, strict=True):
        check_finding(one, other, outlet_of)


@pytest.mark.parametrize("folder", [name for name in FOLDERS if "claims" in expectation(name)])
def test_claims(folder: str) -> None:
    """Figures that stand alone are still understood: by which rule, of whom, of what."""
    done = run("claims", folder, "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    for wanted in expectation(folder)["claims"]:
        same = [one for one in found if says(one) == wanted["says"]]
        assert same, f"no claim says {wanted['says']}"
        assert any(fits(wanted, one) for one in same), same


def fits(wanted: dict[str, Any], claim: dict[str, Any]) -> bool:
    """Whether a claim has the rule, facets and speaker that are asked of it."""
    facets = wanted.get("facets", {})
    return (
        claim["rule"] in codes(wanted["rule"])
        and facets == {name: claim["facets"].get(name) for name in facets}
        and wanted.get("speaker", "") in (claim["speaker"] or "")
        and wanted.get("polarity", claim["polarity"]) == claim["polarity"]
    )


@pytest.mark.parametrize("folder", FOLDERS)
def test_table(folder: str) -> None:
    """The whole table, as a person reads it on a terminal of 100 columns without colour."""
    done = run("check", folder)
    snapshot = SNAPSHOTS / f"seeds-{Path(folder).name}.txt"
    if UPDATE:
        snapshot.write_text(done.stdout, encoding="utf-8")
    assert str(ROOT) not in done.stdout
    assert snapshot.read_text(encoding="utf-8") == done.stdout
