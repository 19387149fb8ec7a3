"""What is known of patterns is found out once, and again where the cache was spoiled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.engines import known, known_of
from checker.rules import asked, remember_patterns

LAMPS, TABLES = r"\blamps? lit\b", r"\btables\b.*\bsold\b"


@pytest.fixture
def looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keep the cache in a folder of its own, and list the patterns that are looked at."""
    sources: list[str] = []
    usual = asked.to_json

    def watched(source: str) -> list[object]:
        sources.append(source)
        return usual(source)

    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(asked, "to_json", watched)
    return sources


def test_only_new_patterns_are_looked_at(looked_at: list[str]) -> None:
    remember_patterns("en", [LAMPS])
    remember_patterns("en", [LAMPS, TABLES])
    remember_patterns("en", [TABLES, LAMPS, TABLES])
    assert looked_at == [LAMPS, TABLES]


def test_what_is_remembered_is_what_is_found_out(
    looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    remember_patterns("en", [LAMPS, TABLES])
    first = [known_of(source) for source in (LAMPS, TABLES)]
    monkeypatch.setattr(known, "_known", {})
    remember_patterns("en", [LAMPS, TABLES])
    assert [known_of(source) for source in (LAMPS, TABLES)] == first
    assert len(looked_at) == 2
    pattern = known.quick_pattern(LAMPS)
    assert pattern is not None
    assert [found[0] for found in pattern.finditer("a lamp lit, two LAMPS LIT")] == [
        "lamp lit",
        "LAMPS LIT",
    ]


@pytest.mark.parametrize("spoiled", [None, [], 7, {}, {LAMPS: 7}, {LAMPS: [[7], True, 2, ""]}])
def test_a_spoiled_cache_costs_only_time(
    looked_at: list[str], tmp_path: Path, spoiled: object
) -> None:
    remember_patterns("en", [LAMPS])
    for file in tmp_path.glob("known-*.json"):
        file.write_text(json.dumps({"content": spoiled}), "utf-8")
    remember_patterns("en", [LAMPS])
    assert looked_at == [LAMPS, LAMPS]
    assert known_of(LAMPS).words
