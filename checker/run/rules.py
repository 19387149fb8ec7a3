"""The rules and exchange rates that settings choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker import __version__
from checker.cache import key_of
from checker.checks import load_checks
from checker.config import Config
from checker.errors import DataFileError, Problem, UsageError
from checker.languages import available
from checker.model import Rule
from checker.rates import Rates, load_rates
from checker.rules import read_rules
from checker.run.settings import Settings
from checker.values import frozen, replace


@frozen
class RulesRead:
    """
    The rules that settings choose, and the ids of all that there are.

    `key` names all that the chosen ones say.
    """

    chosen: tuple[Rule, ...]
    known: frozenset[str]
    key: str = ""


def rules_of(settings: Settings) -> tuple[RulesRead, tuple[Problem, ...]]:
    """Read the rules, with what is wrong with others. Raises: UsageError for an unknown id."""
    config = settings.config
    found = read_rules(
        (*config.rules, *settings.rules),
        shipped=settings.shipped and config.shipped,
        version=__version__,
    )
    every = _with_checks(found.rules, settings)
    known = frozenset(rule.id for rule in every)
    return RulesRead(_chosen(every, settings), known, _key(found.key, settings)), found.problems


def _key(files: str, settings: Settings) -> str:
    """Name what the rules say by their files and by what is chosen of them."""
    config = settings.config
    chosen = (settings.select or config.select, settings.ignore, config.ignore, config.severity)
    return key_of(files, repr(chosen), str(settings.shipped and config.shipped))


def _with_checks(rules: tuple[Rule, ...], settings: Settings) -> tuple[Rule, ...]:
    """Add the checks, which come with the shipped rules; a rule of the same id goes before one."""
    if not (settings.shipped and settings.config.shipped):
        return rules
    own = {rule.id for rule in rules}
    return (*rules, *(check for check in load_checks() if check.id not in own))


def _chosen(rules: tuple[Rule, ...], settings: Settings) -> tuple[Rule, ...]:
    """Keep the rules that `select` and `ignore` leave. Raises: UsageError for an unknown id."""
    ids = {rule.id for rule in rules}
    config = settings.config
    select = settings.select or config.select
    ignore = {*settings.ignore, *config.ignore}
    named = {name for name, _ in config.severity}
    named |= {name for _, names in config.per_file for name in names}
    for name in (*select, *sorted(ignore | named)):
        if name not in ids:
            from difflib import get_close_matches

            near = get_close_matches(name, ids, n=1)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            raise UsageError(f"there is no rule `{name}`{hint} (rules: {', '.join(sorted(ids))})")
    wanted = (set(select) or ids) - ignore
    levels = dict(config.severity)
    return tuple(
        _with_severity(rule, levels.get(rule.id, ())) for rule in rules if rule.id in wanted
    )


def _with_severity(rule: Rule, levels: Sequence[tuple[str, str]]) -> Rule:
    """Give a rule the severities that a project decides."""
    if not levels:
        return rule
    changed: dict[str, Any] = {name.replace("-", "_"): level for name, level in levels}
    return replace(rule, severity=replace(rule.severity, **changed))


def rates_of(settings: Settings) -> tuple[Rates, tuple[Problem, ...]]:
    """Load the rates; without the user's own when their file is wrong."""
    try:
        return load_rates(settings.rates or settings.config.rates), ()
    except DataFileError as error:
        return load_rates(), error.problems


def store_key(rules: Sequence[Rule], config: Config) -> str:
    """Name all that the claims of a store hang on."""
    from checker.archive.key import archive_key

    languages = config.languages or available()
    return archive_key(rules, __version__, repr((languages, config.hedges, config.sources)))
