"""Words of correction notes and of table headers, compiled to look-up tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.languages.stored import Section

if TYPE_CHECKING:
    from checker.languages.tables import Terms


def headers(section: Section, terms: Terms) -> dict[str, Any]:
    """Compile the words of table headers; totals are looked up as whole headers."""
    return {
        "totals": terms.singles(section.get("totals", ())),
        "counts": terms.first_keyed((term, True) for term in section.get("counts", ())),
        "units": terms.singles(section.get("units", ())),
    }


def notes(section: Section, terms: Terms) -> dict[str, Any]:
    """Compile lists of terms to tables by their first words."""
    return {
        key: terms.first_keyed((term, True) for term in listed) for key, listed in section.items()
    }
