"""
Longer cases for rules: Markdown files with articles, and what is expected of their lines.

    <!-- article: outlet="The Herald" date=2022-12-20 lang=en event=flood -->
    <!-- expect: value=300 rule=tents-delivered -->
    The Red Cross has delivered 300 tents to Turkey.

`expect` speaks of the next line that is not empty: a verdict (`disagree because=falls`), `nothing`,
or keys of `finds`. `rule=ID` says which rule is meant where several take the number. Without
`event`, stories are told apart as always.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from checker.detect import detect_language
from checker.errors import Problem
from checker.inputs import load_tables
from checker.languages import available
from checker.lines import LineIndex, line_index
from checker.model import (
    Article,
    Claim,
    Example,
    Expected,
    Finding,
    Report,
    Rule,
    Sample,
    Span,
    Trial,
)
from checker.pipeline import check_articles
from checker.rates import Rates
from checker.schema import SourceFile, suggestion
from checker.trials import found_lines
from checker.values import field, frozen, record

_COMMENT = re.compile(r"<!--[ \t]*(?P<what>article|expect)\b:?(?P<says>[^\n]*?)-->")
_WORD = re.compile(r'(?P<key>[\w-]+)(?:=(?:"(?P<quoted>[^"\n]*)"|(?P<plain>[^\s"]+)))?')
_OF_ARTICLE = ("outlet", "date", "lang", "event")
_VERDICTS = ("agree", "explained", "unsure", "disagree", "unrelated")


@frozen
class Expectation:
    """
    What is expected of one line of a case, both counted from 1.

    `verdict` is a verdict, `nothing`, or empty where `finds` says what the claim must hold.
    """

    line: int
    column: int
    target: int
    verdict: str
    because: str | None
    rule: str | None
    finds: Expected


@frozen
class Case:
    """One file: its articles, each with the lines before it, and what is expected of its lines."""

    path: str
    lines: LineIndex
    articles: tuple[tuple[Article, int], ...]
    expectations: tuple[Expectation, ...]


@record
class _Reading:
    """A case being read, and what is wrong with it."""

    path: str
    lines: LineIndex
    problems: list[Problem] = field(default_factory=list)

    def fault(self, offset: int, message: str, advice: str = "") -> None:
        """Note a fault at an offset of the file."""
        place = self.lines.position(offset)
        file = SourceFile(self.path, tuple(self.lines.text.splitlines()))
        self.problems.append(file.problem(place, message, advice))


def read_case(path: str, text: str) -> tuple[Case | None, tuple[Problem, ...]]:
    """Read one Markdown file; None when it expects nothing, or when something is wrong with it."""
    reading = _Reading(path, line_index(text))
    comments = list(_COMMENT.finditer(text))
    expectations = [
        made
        for comment in comments
        if comment["what"] == "expect" and (made := _expectation(reading, comment))
    ]
    articles = tuple(_articles(reading, comments))
    if reading.problems or not expectations:
        return None, tuple(reading.problems)
    return Case(path, reading.lines, articles, tuple(expectations)), ()


def _words(reading: _Reading, comment: re.Match[str]) -> Iterator[tuple[str, str | None, int]]:
    """Yield the words of a comment, or keys with their values, each with its offset."""
    start = comment.start("says")
    end = start
    for word in _WORD.finditer(comment["says"]):
        gap = comment["says"][end - start : word.start()]
        if gap.strip():
            reading.fault(end, f"`{gap.strip()}` is no word and no `key=value`")
        end = start + word.end()
        value = word["quoted"] if word["quoted"] is not None else word["plain"]
        yield word["key"], value, start + word.start()
    if rest := comment["says"][end - start :].strip():
        reading.fault(end, f"`{rest}` is no word and no `key=value`")


def _articles(
    reading: _Reading, comments: Sequence[re.Match[str]]
) -> Iterator[tuple[Article, int]]:
    """Cut a file into its articles; without a comment that begins one, it is one article."""
    text = reading.lines.text
    blank = _COMMENT.sub(lambda found: " " * len(found[0]), text)
    begun = [comment for comment in comments if comment["what"] == "article"]
    stem = _stem(reading.path)
    known = [_known(reading, comment) for comment in begun] or [{}]
    starts = [comment.start() for comment in begun] or [0]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1):
        said = known[number - 1]
        body = blank[start:end]
        yield _article(f"{stem}-{number}", body, said), reading.lines.position(start).line - 1


def _stem(path: str) -> str:
    return re.split(r"[\\/]", path)[-1].removesuffix(".md")


def _known(reading: _Reading, comment: re.Match[str]) -> dict[str, str]:
    """Read what a comment says of its article."""
    said: dict[str, str] = {}
    for key, value, offset in _words(reading, comment):
        if key not in _OF_ARTICLE or value is None:
            advice = (
                suggestion(key, _OF_ARTICLE, "Keys") if value is not None else "Write key=value."
            )
            reading.fault(offset, f"an article has no `{key}`", advice)
        elif key == "date" and not _is_day(value):
            reading.fault(offset, f"expected a day such as 2022-12-20, found `{value}`")
        elif key == "lang" and value not in available():
            advice = suggestion(value, available(), "Languages")
            reading.fault(offset, f"`{value}` cannot be read", advice)
        else:
            said[key] = value
    return said


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _article(name: str, text: str, said: Mapping[str, str]) -> Article:
    stop_words = load_tables(available()).stop_words
    published = said.get("date")
    return Article(
        id=name,
        path=name,
        text=text,
        language=said.get("lang") or detect_language(text, stop_words) or "en",
        published=date.fromisoformat(published) if published and _is_day(published) else None,
        outlet=said.get("outlet"),
        event=said.get("event"),
    )


def _expectation(reading: _Reading, comment: re.Match[str]) -> Expectation | None:
    """Read what is expected of the line below a comment."""
    verdict, told, finds = "", {}, []
    before = len(reading.problems)
    for key, value, offset in _words(reading, comment):
        if value is None and key in (*_VERDICTS, "nothing"):
            verdict = key
        elif value is None:
            advice = suggestion(key, (*_VERDICTS, "nothing"), "Verdicts")
            reading.fault(offset, f"`{key}` is no verdict", advice)
        elif key in ("because", "rule"):
            told[key] = value
        else:
            finds.append((key, value))
    place = reading.lines.position(comment.start())
    target = _target(reading.lines, comment.end())
    if len(reading.problems) > before:
        return None
    if bool(verdict) == bool(finds):
        reading.fault(comment.start(), "expect a verdict, `nothing`, or what is found")
    elif target is None:
        reading.fault(comment.start(), "no line follows of which this could speak")
    else:
        because, rule = told.get("because"), told.get("rule")
        return Expectation(*place, target, verdict, because, rule, Expected(tuple(finds)))
    return None


def _target(lines: LineIndex, offset: int) -> int | None:
    """Return the number of the first line behind `offset` that says something."""
    blank = _COMMENT.sub(lambda found: " " * len(found[0]), lines.text)
    for number in range(lines.position(offset).line, len(lines.starts) + 1):
        start = max(lines.starts[number - 1], offset)
        end = lines.starts[number] if number < len(lines.starts) else len(blank)
        if blank[start:end].strip():
            return number
    return None


def try_case(case: Case, rules: Sequence[Rule], rates: Rates) -> list[Trial]:
    """Try a case with `rules`; what is expected of other rules is left out."""
    report = check_articles([article for article, _ in case.articles], rules, rates)
    known = {rule.id for rule in rules}
    return [
        _trial(case, expectation, report)
        for expectation in case.expectations
        if expectation.rule is None or expectation.rule in known
    ]


def _trial(case: Case, expected: Expectation, report: Report) -> Trial:
    before = {article.id: lines for article, lines in case.articles}
    claims = [
        claim
        for claim in report.claims
        if claim.line + before[claim.article] == expected.target
        and expected.rule in (None, claim.rule)
        and claim.quantity is not None
    ]
    wanted, found = _told(expected, claims, report.findings)
    text = case.lines.line(expected.target)
    article = _article_at(case, expected.target)
    sample = Sample(text, article.language, str(article.published or ""), article.outlet or "")
    example = Example(
        (sample,), line=expected.line, column=expected.column, path=case.path, finds=None
    )
    spans = tuple(
        (0, Span(claim.column - 1, claim.column - 1 + len(claim.quantity.surface)))
        for claim in claims
        if claim.quantity
    )
    tried = list(report.titles) if len(report.titles) == 1 else [_stem(case.path)]
    name = expected.rule or (claims[0].rule if claims else tried[0])
    passed = wanted == found
    return Trial(name, example, (wanted,), (found,), passed, (article.language,), spans)


def _article_at(case: Case, line: int) -> Article:
    """Return the article that holds a line of the file; the first one for lines above all."""
    held = [article for article, before in case.articles if before < line]
    return held[-1] if held else case.articles[0][0]


def _told(
    expected: Expectation, claims: Sequence[Claim], findings: Sequence[Finding]
) -> tuple[str, str]:
    """Say what is expected of the claims on a line, and what is found."""
    if expected.verdict == "nothing":
        return "nothing", ", ".join(f"{c.rule}: {_surface(c)}" for c in claims) or "nothing"
    if not expected.verdict:
        wanted = str(expected.finds)
        lines = found_lines((expected.finds,), claims)
        return wanted, wanted if wanted in lines else "; ".join(lines) or "nothing"
    because = expected.because
    wanted = f"{expected.verdict}: {because}" if because else expected.verdict
    if not claims:
        return wanted, "no claim on this line"
    ids = {claim.id for claim in claims}
    for finding in findings:
        if ids & {claim.id for claim in finding.claims}:
            reason = finding.cause if finding.cause == because else finding.because
            return wanted, f"{finding.verdict}: {reason}" if because else finding.verdict
    return wanted, "unrelated"


def _surface(claim: Claim) -> str:
    return claim.quantity.surface if claim.quantity else claim.id
