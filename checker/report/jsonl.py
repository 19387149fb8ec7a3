"""One JSON object a line: a finding, a claim, or the quantities of an article."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from checker.report.json import claim_fields, finding_fields, quantity_fields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Claim, Quantity, Report


def render(report: Report) -> str:
    """Write one line a finding, also for those that agree."""
    return "".join(_line(finding_fields(finding)) for finding in report.findings)


def claims(rows: Iterable[Claim]) -> str:
    """Write one line a claim."""
    return "".join(_line(claim_fields(claim)) for claim in rows)


def quantities(article: str, found: Iterable[Quantity]) -> str:
    """Write the line of one article: its id and every quantity in it."""
    fields = [quantity_fields(quantity) for quantity in found]
    return _line({"id": article, "quantities": fields})


# Readers that split at every line boundary of Unicode would break a line in two here.
_LINE_BOUNDARY = re.compile("[\x85\u2028\u2029]")


def _line(fields: dict[str, Any]) -> str:
    written = json.dumps(fields, ensure_ascii=False)
    return _LINE_BOUNDARY.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n"
