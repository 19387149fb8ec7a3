"""Write the JSON Schema of rule files for editors: `python -m checker.rules.schema > FILE`."""

from __future__ import annotations

import json
import sys

from checker.rules.shape import rule_schema


def schema_text() -> str:
    """Return the schema as the file `rules/rule.schema.json` holds it."""
    return json.dumps(rule_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
