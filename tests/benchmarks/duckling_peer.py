"""
Time Duckling: for each text on the standard input, a JSON string a line, print its seconds.

    python duckling_peer.py LANGUAGE [all]

With `all` it finds dates and times too, as this project does to tell them from quantities; without,
it takes "24 February 2022" for two numbers. Run by the Python that `DUCKLING_PYTHON` names: the
package `pyduckling-native` holds Duckling's own compiled engine, but has wheels for Python 3.6 to
3.9 only. Written for those versions.
"""

import json
import sys
import tempfile
from pathlib import Path
from time import process_time

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
DATES = ["time", "ordinal", "phone-number", "url", "email"]
# One zone is enough for numbers; the engine gives up on folders with a file it cannot read.
ZONE = b"TZif" + bytes(16) + (0).to_bytes(4, "big") * 3 + (1).to_bytes(4, "big") * 2
ZONE += (4).to_bytes(4, "big") + bytes(6) + b"UTC\0"


def main() -> None:
    """Read the paragraphs of each text in the language given."""
    language = sys.argv[1].upper()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "UTC").write_bytes(ZONE)
        now = parse_ref_time(load_time_zones(folder), "UTC", 1669000000)
    locale = parse_locale(language, default_locale_lang(parse_lang(language)))
    wanted = [*DIMENSIONS, *DATES] if "all" in sys.argv[2:] else DIMENSIONS
    context, dimensions = Context(now, locale), parse_dimensions(wanted)
    print("ready", flush=True)
    for line in sys.stdin:
        paragraphs = [part for part in json.loads(line).splitlines() if part.strip()]
        start = process_time()
        for paragraph in paragraphs:
            parse(paragraph, context, dimensions, False)
        print(process_time() - start, flush=True)


if __name__ == "__main__":
    main()
