"""What extraction hangs on besides the articles: rules, packs, vocabulary, settings, version."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from checker.digest import digest
from checker.model import CHECK, Rule
from checker.values import replace


def archive_key(rules: Sequence[Rule], *settings: str) -> str:
    """
    Name all that an archive is made with; equal names mean that nothing need be extracted anew.

    How severe a disagreement is has no part in it: that is decided when claims meet.
    """
    from checker.rules.stored import to_json

    placing = [rule for rule in rules if rule.kind != CHECK]
    plain = (replace(rule, severity=type(rule.severity)()) for rule in placing)
    texts = (json.dumps(to_json(rule), sort_keys=True, default=str) for rule in plain)
    return digest(*settings, *sorted(texts), *map(Path.read_bytes, _data()), size=16)


def _data() -> Iterable[Path]:
    """Return the files of packs, vocabulary and tables, in a fixed order."""
    from checker.vocabulary import shipped_folder

    package = Path(__file__).parents[1]
    data = package / "data"
    yield from sorted((package / "languages").glob("*.yaml"))
    yield from sorted((shipped_folder() / "vocabulary").glob("*.yaml"))
    yield from (data / "boilerplate.txt", data / "stopwords.txt", package / "units.txt")
