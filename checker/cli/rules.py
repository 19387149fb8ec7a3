"""`checker rules`: list rules, show what one says, try their examples, and look for mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.cli.files import read_file, write_file
from checker.cli.terminal import FAILED, FOUND, OK, fail, make_screen, note, say, warn

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from checker.cases import Case
    from checker.errors import Problem
    from checker.model import Rule, Sample
    from checker.rules import RuleSet

_ACTIONS = {
    "list": "list every rule with its languages and examples",
    "show": "show what a rule reads and compares, from its own text",
    "test": "try the examples of rules",
    "new": "draft a rule from one or two example sentences",
    "lint": "look for words that never match, missing examples, overlaps and slow patterns",
    "score": "measure precision and recall on labelled texts",
    "impact": "show the findings that a change of rules brings and takes away",
    "schema": "write the JSON Schema of rule files, for editors",
}

# What `schema` writes is called so by the first line of a drafted rule.
_SCHEMA = "rule.schema.json"


def add_actions(parser: argparse.ArgumentParser) -> None:
    """Add the actions of `checker rules` to its parser."""
    from checker.cli.arguments import add_rule_files

    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, what in _ACTIONS.items():
        action = actions.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
        if name == "show":
            action.add_argument("ids", nargs="+", metavar="ID", help="the id of a rule")
        elif name in ("test", "lint"):
            action.add_argument(
                "ids",
                nargs="*",
                metavar="ID",
                help="the ids of rules (default: those of --rules, or else all)",
            )
        if name == "test":
            action.add_argument(
                "-v", "--verbose", action="store_true", help="list the known gaps too"
            )
        if name == "score":
            _add_score(action)
        if name == "impact":
            _add_impact(action)
        if name == "lint":
            action.add_argument(
                "--ignore",
                type=_codes,
                default=(),
                metavar="CODE,...",
                help="leave out kinds of advice, by the codes in brackets",
            )
        if name == "new":
            _add_new(action)
        elif name != "schema":
            add_rule_files(action)


def _add_score(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("labels", metavar="LABELS", help="a file of labelled texts (JSON Lines)")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="list what was missed and what was wrong"
    )


def _add_impact(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--since", required=True, metavar="REV", help="the revision in git to compare with"
    )
    parser.add_argument(
        "--on", required=True, nargs="+", metavar="PATH", help="the articles to try both rules on"
    )


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sentences",
        nargs="*",
        metavar="SENTENCE",
        help="a sentence with the number to read; without one, the lines of the standard input",
    )
    parser.add_argument("--id", default="", metavar="ID", help="what to call the rule")
    parser.add_argument(
        "--lang",
        default="",
        metavar="CODE[,...]",
        help="the language of the sentences, or one for each: en,fr",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write it to ID.yaml, which must not exist yet"
    )


def _codes(text: str) -> tuple[str, ...]:
    """Split codes at commas. Raises: ArgumentTypeError for one that does not exist."""
    from argparse import ArgumentTypeError

    from checker.lint import CODES

    codes = tuple(code.strip() for code in text.split(",") if code.strip())
    if unknown := [code for code in codes if code not in CODES]:
        raise ArgumentTypeError(f"there is no code {unknown[0]!r} (codes: {', '.join(CODES)})")
    return codes


def run_rules(options: argparse.Namespace) -> int:
    """
    Run one action; rules that can be used are shown or tried though others are wrong.

    Raises: UsageError for an id that does not exist.
    """
    if options.action == "schema":
        return _schema()
    if options.action == "new":
        return _new(options)
    ids = getattr(options, "ids", ())
    loaded = _loaded(options, ids)
    warn(loaded.problems)
    actions: dict[str, Callable[[argparse.Namespace, Sequence[Rule]], int]] = {
        "list": _list,
        "show": _show,
        "test": _test,
        "lint": _lint,
        "score": _score,
        "impact": _impact,
    }
    rules = loaded.named(ids) if ids else loaded.rules
    status = actions[options.action](options, rules)
    return FAILED if loaded.problems else status


def _loaded(options: argparse.Namespace, ids: Sequence[str]) -> RuleSet:
    """
    Read the rules that an action may be about, with their examples.

    Without ids, those in the paths named are tried and looked at, beside the shipped ones.
    """
    from checker import __version__
    from checker.rules import own_rules, read_rules

    shipped = not options.no_default_rules
    if options.rules and not ids and options.action in ("test", "lint"):
        return own_rules(options.rules, shipped=shipped, version=__version__)
    loaded = read_rules(options.rules, shipped=shipped, version=__version__, examples=True)
    wanted = shipped and options.action in ("list", "show", "test")
    return _with_checks(loaded) if wanted else loaded


def _with_checks(loaded: RuleSet) -> RuleSet:
    """Add the checks inside one article, behind the rules; a rule of the same id replaces one."""
    from checker.checks import load_checks
    from checker.checks._examples import with_examples
    from checker.rules import RuleSet

    checks = [check for check in load_checks() if loaded.get(check.id) is None]
    return RuleSet((*loaded.rules, *map(with_examples, checks)), loaded.problems)


def _list(options: argparse.Namespace, rules: Sequence[Rule]) -> int:
    from checker.report import _rule_list

    return say(_rule_list.render(rules, make_screen(options)))


def _show(options: argparse.Namespace, rules: Sequence[Rule]) -> int:
    from checker.report import _rule_page

    screen = make_screen(options)
    line_between = "\n" + screen.paint("─" * screen.width, "dim") + "\n\n"
    return say(line_between.join(_rule_page.render(rule, screen) for rule in rules))


def _cases(options: argparse.Namespace) -> tuple[list[Case], list[Problem]]:
    """Read the Markdown cases that stand beside the rules, and what is wrong with them."""
    from checker.cases import read_case
    from checker.rules import rule_files

    files = rule_files(options.rules, shipped=not (options.no_default_rules or options.rules))
    read = [read_case(path, text) for path, text in files.cases.items()]
    cases = [case for case, _ in read if case is not None]
    return cases, [problem for _, problems in read for problem in problems]


def _test(options: argparse.Namespace, rules: Sequence[Rule]) -> int:
    from checker.cases import try_case
    from checker.rates import load_rates
    from checker.report import _trials
    from checker.trials import try_rule

    rates = load_rates()
    trials = [trial for rule in rules for trial in try_rule(rule, rates)]
    cases, problems = _cases(options)
    trials += [trial for case in cases for trial in try_case(case, rules, rates)]
    warn(problems)
    say(_trials.render(trials, make_screen(options)))
    if not trials or problems:
        return FAILED
    return FOUND if any(_trials.outcome_of(trial) == "failed" for trial in trials) else OK


def _lint(options: argparse.Namespace, rules: Sequence[Rule]) -> int:
    from checker import __version__
    from checker.lint import lint_rules
    from checker.report import _advice
    from checker.rules import known_names, rule_files

    files = rule_files(options.rules, shipped=not options.no_default_rules)
    ids = [rule.id for rule in rules]
    found = lint_rules(files, known_names(__version__), ids)
    kept = [advice for advice in found if advice.code not in options.ignore]
    say(_advice.render(kept, len(rules), make_screen(options)))
    if not rules:
        return FAILED
    return FOUND if kept else OK


def _schema() -> int:
    from checker.rules.schema import schema_text

    return say(schema_text(), is_data=True)


def _new(options: argparse.Namespace) -> int:
    from checker.errors import UsageError
    from checker.rates import load_rates
    from checker.rules import shipped_rules
    from checker.starter import claimed_by, draft_rule

    name = _name_of(options.output, options.id) if options.output else options.id
    shipped = shipped_rules()
    if shipped.get(name):
        raise UsageError(
            f"there is a shipped rule `{name}`: see `checker rules show {name}`, or choose "
            "another id"
        )
    samples = _samples(options.sentences or _asked(), options.lang)
    text = draft_rule(samples, load_rates(), name)
    for other in claimed_by(samples, shipped.rules):
        note(f"the shipped rule `{other}` reads this number too: `checker rules show {other}`")
    if options.output:
        return _write_new(options.output, name, text)
    return say(text, is_data=True)


def _samples(sentences: Sequence[str], lang: str) -> list[Sample]:
    """Give each sentence its language: one for all, or one each. Raises: UsageError for others."""
    from checker.errors import UsageError
    from checker.model import Sample

    codes = [code.strip() for code in lang.split(",")]
    if len(codes) not in (1, len(sentences)):
        raise UsageError(f"--lang names {len(codes)} languages for {len(sentences)} sentences")
    codes *= len(sentences) if len(codes) == 1 else 1
    return [Sample(text, code) for text, code in zip(sentences, codes, strict=True)]


def _write_new(path: str, name: str, text: str) -> int:
    """Write a drafted rule to a new file, in a new folder where there is none."""
    from os import makedirs
    from os.path import dirname, isfile, join

    folder = dirname(path)
    if isfile(join(folder, "..", _SCHEMA)) and not isfile(join(folder, _SCHEMA)):
        text = text.replace(f"$schema={_SCHEMA}", f"$schema=../{_SCHEMA}", 1)
    try:
        makedirs(folder or ".", exist_ok=True)
    except OSError as error:
        return fail(f"{folder}: cannot be made: {error.strerror or error}")
    if failed := write_file(path, text, "x"):
        return failed
    return say(
        f"{path} is written. Look it over, then try it:\n"
        f"  checker rules test {name} --rules {path}\n"
    )


def _name_of(path: str, name: str) -> str:
    """Return the id that a file of this name must hold. Raises: UsageError for another one."""
    from checker.errors import UsageError

    file = path.replace("\\", "/").rpartition("/")[2]
    stem = file.removesuffix(".yaml").removesuffix(".yml")
    if stem == file:
        raise UsageError(f"{path}: the file of a rule is called ID.yaml")
    if name and name != stem:
        raise UsageError(f"the file of the rule `{name}` must be called {name}.yaml")
    return stem


def _asked() -> list[str]:
    """
    Read sentences, one a line, from the standard input; on a terminal, ask for them.

    Raises: UsageError when there is none.
    """
    import sys

    from checker.errors import UsageError

    if sys.stdin is None:
        raise UsageError("give an example sentence")
    if sys.stdin.isatty():
        sys.stderr.write("Example sentences with the number to read, an empty line to end:\n")
        sys.stderr.flush()
    sentences: list[str] = []
    for line in sys.stdin:
        if line.strip():
            sentences.append(line.strip())
        elif sys.stdin.isatty():
            break
    if not sentences:
        raise UsageError("give an example sentence, or several on lines of their own")
    return sentences


def _score(options: argparse.Namespace, rules: Sequence[Rule]) -> int:
    from checker.rates import load_rates
    from checker.report import _scores
    from checker.scores import read_labels, score_rules

    labelled, problems = read_labels(options.labels, read_file(options.labels))
    warn(problems)
    known = {rule.id for rule in rules}
    named = sorted({name for each in labelled for name, _ in each.claims} - known)
    for name in named:
        note(f"`{name}` is labelled, and no rule that is read has this id: it is left out")
    say(_scores.render(score_rules(labelled, rules, load_rates()), make_screen(options)))
    return FAILED if problems else OK


def _impact(options: argparse.Namespace, rules: Sequence[Rule]) -> int:
    from checker import __version__
    from checker.impact import claim_counts, compare_reports
    from checker.report import _changes
    from checker.rules import known_names, load_rules
    from checker.rules.history import rule_files_at
    from checker.run import Settings, check_with

    shipped = not options.no_default_rules
    files = rule_files_at(options.since, options.rules, shipped=shipped)
    old = load_rules(files.texts, known_names(__version__), files.layers)
    warn(old.problems)
    before, after = check_with(Settings(paths=tuple(options.on)), (old.rules, rules))
    warn(after.errors)
    counts = tuple(claim_counts(before, after))
    say(_changes.render(compare_reports(before, after), counts, make_screen(options)))
    return FAILED if after.errors else OK
