"""The vocabulary files: their shapes, and how they become the terms of one language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from checker.cache import JSON
from checker.errors import DataFileError, Problem
from checker.schema import (
    DAY,
    Field,
    Many,
    Node,
    Record,
    Shape,
    Table,
    Text,
    convert,
    problem_at,
    read_yaml,
)
from checker.vocabulary.names import NameTerm, shipped_folder

# The shapes of the files

_TERMS: Final = Many(Text(what="a name"))
_WORDS: Final = Table(Text(r"[a-z]{2}", "a language code"), _TERMS)
_NAME: Final = Text(r"[a-z0-9]+(-[a-z0-9]+)*", "a name in kebab-case")
_CODE: Final = Text(r"[A-Z]{2}", "a country code")
_SOURCES: Final = Field(Many(Text()), help="Where the facts come from.")
_SHIELDS: Final = "Longer names that mean something else."
_COMMON: Final = {"sources": _SOURCES, "shields": Field(_WORDS, help=_SHIELDS)}
_COUNTRY: Final = Record(
    {key: Field(_TERMS) for key in ("names", "people", "capitals", "governments")}
)
COUNTRIES: Final = Record(
    {
        "sources": _SOURCES,
        "shields": Field(_TERMS, help=_SHIELDS),
        "countries": Field(Table(_CODE, _COUNTRY), required=True),
    }
)
_ORGANISATIONS: Final = Record(
    _COMMON | {"organisations": Field(Table(_NAME, _WORDS), required=True)}
)
_NOUNS: Final = Record({"classes": Field(Table(_NAME, _WORDS), required=True)})
_EVENT: Final = Record(
    {
        "start": Field(DAY, required=True),
        "end": Field(DAY),
        "title": Field(Table(Text(r"[a-z]{2}", "a language code"), Text()), required=True),
        "words": Field(_WORDS, required=True),
        "where": Field(_WORDS),
        "source": Field(Text(), required=True),
        "link": Field(Text(r"https?://\S+", "a web address")),
    }
)
_EVENTS: Final = Record(_COMMON | {"events": Field(Table(_NAME, _EVENT), required=True)})


def read_vocabulary_file(text: str, path: str, shape: Shape) -> Any:  # noqa: ANN401 - plain data
    """
    Convert one file; a term that stands for two things is a problem too.

    Raises: DataFileError with all problems.
    """
    node = read_yaml(text, path)
    value, problems = convert(node, shape)
    problems += tuple(_shared_terms(node))
    if problems:
        raise DataFileError(problems)
    return value


def _shared_terms(node: Node) -> Iterator[Problem]:
    """Yield a problem for every term of one language that two entries claim."""
    countries = node.get("countries")
    entries = countries or node.get("organisations") or node.get("classes")
    seen: dict[tuple[str, str], tuple[str, Node]] = {}
    for code, lists in entries.pairs if entries else ():
        for name, terms in lists.pairs:
            # A file of countries is of one language, and its lists are of one country.
            language = "" if countries else name.text
            for term in terms.elements:
                key = (language, _spelling(term.text))
                owner, first = seen.setdefault(key, (code.text, term))
                if first is not term:
                    message = f"`{term.text}` already stands for {owner} (line {first.line})"
                    yield problem_at(term, message, "Keep one of the two.")


def _spelling(term: str) -> str:
    """Fold case, except for acronyms, which are found in capitals only."""
    plain = unicodedata.normalize("NFC", term).removeprefix("=")
    return plain if plain.isupper() else plain.lower()


# From files to terms


def _read(name: str, shape: Shape) -> Any:  # noqa: ANN401 - plain data
    path = _folder() / f"{name}.yaml"
    shown = f"rules/vocabulary/{name}.yaml"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError([Problem(shown, 0, 0, f"cannot be read: {error}")]) from None
    return read_vocabulary_file(text, shown, shape)


def _folder() -> Path:
    return shipped_folder() / "vocabulary"


def _countries(language: str) -> Any:  # noqa: ANN401 - plain data
    """Read the countries of one language; none where it has no file."""
    if not (_folder() / "countries" / f"{language}.yaml").is_file():
        return {"countries": {}}
    return _read(f"countries/{language}", COUNTRIES)


def code_names() -> JSON:
    """Return what rules may name. Raises: DataFileError."""
    # Every file has every country, and one is soonest read.
    language = min(path.stem for path in (_folder() / "countries").glob("*.yaml"))
    return {
        "countries": sorted(_countries(language)["countries"]),
        "events": sorted(_read("events", _EVENTS)["events"]),
    }


def language_names(language: str) -> JSON:
    """Return the terms of one language and all events, as kept. Raises: DataFileError."""
    countries = _countries(language)
    organisations = _read("organisations", _ORGANISATIONS)
    events = _read("events", _EVENTS)
    nouns = _read("nouns", _NOUNS)["classes"]
    shown = {
        code: entry["names"][0].removeprefix("=")
        for code, entry in countries["countries"].items()
        if entry.get("names")
    }
    return {
        "names": [
            *_country_terms(countries),
            *_plain_terms(organisations["organisations"], "organisation", language),
            *_shields(organisations, "organisation", language),
            *_plain_terms(nouns, "noun", language),
            *_event_terms(events, language),
        ],
        "events": {name: _facts(event) for name, event in events["events"].items()},
        "country_names": shown,
    }


def _facts(event: Mapping[str, Any]) -> JSON:
    """Leave out the words of an event, which are among the names: every start reads the rest."""
    return {key: value for key, value in event.items() if key not in ("words", "where")}


# Which key of a country gives terms of which form.
_FORMS: Final = {
    "names": "name",
    "people": "demonym",
    "capitals": "capital",
    "governments": "government",
}


def _country_terms(file: Mapping[str, Any]) -> Iterator[NameTerm]:
    for code, entry in file["countries"].items():
        for key, terms in entry.items():
            yield from (NameTerm(term, "country", code, _FORMS[key]) for term in terms)
    yield from (NameTerm(term, "country", "", "name") for term in file.get("shields", ()))


def _plain_terms(entries: Mapping[str, Any], kind: str, language: str) -> Iterator[NameTerm]:
    for name, entry in entries.items():
        yield from (NameTerm(term, kind, name, "name") for term in entry.get(language, ()))


def _event_terms(file: Mapping[str, Any], language: str) -> Iterator[NameTerm]:
    for name, event in file["events"].items():
        for key, form in (("words", "name"), ("where", "place")):
            terms = event.get(key, {}).get(language, ())
            yield from (NameTerm(term, "event", name, form) for term in terms)
    yield from _shields(file, "event", language)


def _shields(file: Mapping[str, Any], kind: str, language: str) -> Iterator[NameTerm]:
    for term in file.get("shields", {}).get(language, ()):
        yield NameTerm(term, kind, "", "name")
