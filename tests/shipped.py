"""What comes with the tool, read once for all tests of a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import checker.languages
from checker.languages import read_pack
from checker.rules import RuleSet, shipped_rules

_PACKS = Path(checker.languages.__file__).parent


@cache
def rules_with_examples() -> RuleSet:
    """Return the shipped rules with their examples."""
    return shipped_rules(examples=True)


@cache
def pack(code: str) -> Any:
    """Return a language pack as its file says it."""
    return read_pack(_PACKS / f"{code}.yaml")
