"""What a page says about its article: meta tags, JSON-LD and the language of the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from typing import Any

from checker.articles.html.scanner import Tag
from checker.inputs.sources import Metadata, clean_value, parse_date
from checker.values import field, record

# Names of meta tags for each field, the best first: Open Graph, Dublin Core, then habits of sites.
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "outlet": ("og:site_name", "dc.publisher", "publisher", "application-name"),
    "published": (
        "article:published_time",
        "datepublished",
        "og:published_time",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.issued",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "parsely-pub-date",
        "sailthru.date",
    ),
    "url": ("og:url",),
}
_LANGUAGE = ("og:locale", "content-language", "dc.language", "language")

_ARTICLE_TYPES = frozenset(
    {
        "Article",
        "NewsArticle",
        "AnalysisNewsArticle",
        "AskPublicNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "ReportageNewsArticle",
        "ReviewNewsArticle",
        "Report",
        "BlogPosting",
        "LiveBlogPosting",
        "SocialMediaPosting",
        "TechArticle",
        "ScholarlyArticle",
        "WebPage",
    }
)
# JSON nests lists and graphs; real pages stay far below this.
_DEEPEST = 20


@record
class Head:
    """Collects what the tags of a page say about it."""

    language: str = ""
    canonical: str = ""
    title: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)

    def note(self, tag: Tag, page: str) -> None:
        """Note what a start tag says."""
        if tag.name == "html" and not self.language:
            values = tag.values()
            self.language = values.get("lang") or values.get("xml:lang") or ""
        elif tag.name == "meta":
            self._meta(tag.values())
        elif tag.name == "link" and not self.canonical:
            values = tag.values()
            if "canonical" in values.get("rel", "").lower().split():
                self.canonical = values.get("href", "")
        elif tag.name == "title" and tag.raw and not self.title:
            self.title = " ".join(unescape(page[slice(*tag.raw)][:1000]).split())
        elif tag.name == "script" and tag.raw and "ld+json" in tag.attributes.lower():
            self.scripts.append(page[slice(*tag.raw)])

    def _meta(self, values: dict[str, str]) -> None:
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = values.get(key, "").lower()
            if name and values.get("content", "").strip():
                self.metas.setdefault(name, values["content"])

    def of_meta(self) -> Metadata:
        """Return what the meta tags and the `html` tag say."""
        said = {name: self._first(names) for name, names in _META.items() if name != "published"}
        days = (parse_date(self.metas.get(name, "")) for name in _META["published"])
        locale = (self._first(_LANGUAGE) or "").partition(",")[0].replace("_", "-")
        return Metadata(
            title=said["title"],
            outlet=said["outlet"],
            published=next((day for day in days if day), None),
            lang=_tag(self.language) or _tag(locale),
            url=said["url"] or clean_value(self.canonical),
        )

    def _first(self, names: tuple[str, ...]) -> str | None:
        values = (clean_value(self.metas.get(name, "")) for name in names)
        return next((value for value in values if value), None)

    def of_json(self) -> Metadata:
        """Return what the first article described in JSON-LD says."""
        found = [thing for script in self.scripts for thing in _articles(script)]
        # A page describes itself beside its article; the article knows better.
        found.sort(key=lambda thing: "WebPage" in _types(thing))
        said: dict[str, Any] = {}
        for thing in found[:1]:
            said = {
                "title": _text(thing.get("headline")) or _text(thing.get("name")),
                "outlet": _text(thing.get("publisher")),
                "published": parse_date(_text(thing.get("datePublished")) or ""),
                "lang": _tag((_text(thing.get("inLanguage")) or "").replace("_", "-")),
                "url": _text(thing.get("url")) or _text(thing.get("mainEntityOfPage")),
            }
        return Metadata(**said)


def _tag(written: str) -> str | None:
    """Return a language as written, unless it is a placeholder."""
    cleaned = clean_value(written)
    return None if cleaned in ("x-default", "und", "mul") else cleaned


def _articles(script: str) -> Iterator[dict[str, Any]]:
    """Yield the articles that a script describes; one that is no JSON describes none."""
    try:
        # Sites write raw line breaks into strings, which JSON does not allow.
        value = json.loads(script.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return
    yield from _things(value, 0)


def _things(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth < _DEEPEST:
        for each in value:
            yield from _things(each, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        if _types(value) & _ARTICLE_TYPES:
            yield value
        for key in ("@graph", "mainEntity"):
            if key in value:
                yield from _things(value[key], depth + 1)


def _types(thing: dict[str, Any]) -> set[str]:
    given = thing.get("@type")
    names = given if isinstance(given, list) else [given]
    return {name.rpartition("/")[2] for name in names if isinstance(name, str)}


def _text(value: object) -> str | None:
    """Return text from the shapes JSON-LD gives it: itself, its name or address, or the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "@value", "@id") if value.get(key)), None)
    return _clean(value) if isinstance(value, str) else None


def _clean(value: str) -> str | None:
    """Decode the entities that sites leave in JSON; half characters are dropped."""
    return clean_value(unescape(value[:4000]).encode("utf-8", "ignore").decode())
