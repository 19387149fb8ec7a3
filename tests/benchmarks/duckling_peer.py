"""
Time Duckling on the text of the standard input; prints seconds a character.

Run by the Python that `DUCKLING_PYTHON` names: the package `pyduckling-native` holds Duckling's own
compiled engine, but has wheels for Python 3.6 to 3.9 only. Written for those versions.
"""

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from duckling import (  # type: ignore[import-not-found]
    Context,
    default_locale_lang,
    load_time_zones,
    parse,
    parse_dimensions,
    parse_lang,
    parse_locale,
    parse_ref_time,
)

DIMENSIONS = [
    "amount-of-money",
    "distance",
    "duration",
    "numeral",
    "quantity",
    "temperature",
    "volume",
]
# One zone is enough for numbers; the engine gives up on folders with a file it cannot read.
ZONE = b"TZif" + bytes(16) + (0).to_bytes(4, "big") * 3 + (1).to_bytes(4, "big") * 2
ZONE += (4).to_bytes(4, "big") + bytes(6) + b"UTC\0"


def main() -> None:
    """Read the paragraphs of a text in the language given, as often as asked."""
    language, rounds = sys.argv[1].upper(), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "UTC").write_bytes(ZONE)
        now = parse_ref_time(load_time_zones(folder), "UTC", 1669000000)
    locale = parse_locale(language, default_locale_lang(parse_lang(language)))
    context, dimensions = Context(now, locale), parse_dimensions(DIMENSIONS)
    text = sys.stdin.buffer.read().decode("utf-8")
    paragraphs = [line for line in text.splitlines() if line.strip()]
    best = float("inf")
    for _ in range(rounds):
        start = perf_counter()
        for paragraph in paragraphs:
            parse(paragraph, context, dimensions, False)
        best = min(best, perf_counter() - start)
    print(best / len(text))


if __name__ == "__main__":
    main()
