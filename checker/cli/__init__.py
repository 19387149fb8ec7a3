"""
The command line: arguments, files and the exit status; everything else happens below.

Nothing is imported before the arguments are understood, and only the parser of the command that
was asked for is built: `--version` and `--help` answer in the time the interpreter takes to start.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

from checker.cli.terminal import FAILED, fail, flush, hang_up, open_errors, say

if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED = 130

_COMMANDS = {
    "check": "compare the numbers of articles and report where they differ",
    "compare": "hold two texts or articles against each other, and each against itself",
    "diff": "show the numbers that changed between two versions of an article",
    "index": "keep the claims of an archive in one file, for `check --against`",
    "quantities": "list every quantity understood, and what was not",
    "claims": "list the quantities that rules recognised",
    "explain": "show every step for the numbers on a line, or for a finding",
    "render": "write a saved report in another format",
    "rules": "list rules, show what one says, and try their examples",
    "decisions": "accept a finding, with a reason",
    "baseline": "accept all findings that there are now",
    "config": "show what is decided where",
    "clean": "empty the cache of compiled rules and languages",
}

_ABOUT = """\
usage: checker COMMAND [OPTION...] [PATH...]

Find the numbers in news articles and report where sources disagree.

commands:
{commands}

Say `checker COMMAND --help` for the options of a command, `checker --version` for the version.

exit status: 0 nothing to report, 1 something differs, 2 something could not be checked
"""


def run() -> NoReturn:
    """
    Run the command of this process and end it.

    The interpreter is left at once: tidying up every value of a report takes longer than writing
    it. For the same reason the collector of cycles, of which there are hardly any, waits until
    there are many objects; it still runs, so that memory stays flat over large archives.
    """
    import gc
    import os

    gc.set_threshold(_OBJECTS_BEFORE_COLLECTING, 20, 20)
    status = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            # Closed, or nobody reads it any more: main has said what there was to say.
            continue
    os._exit(status)


# About 100 MB of values; the samples and most newsrooms' runs stay below it.
_OBJECTS_BEFORE_COLLECTING = 500_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` asks for and return its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    open_errors()
    try:
        status = _main(arguments)
        flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        # Inputs and caches handle their own; what is left is a full disk behind the output.
        hang_up()
        return fail(f"the output cannot be written: {error.strerror or error}")
    except Exception:  # noqa: BLE001 - a fault of ours must not look like a finding (status 1)
        import traceback

        return fail(
            f"this is a fault of checker itself, please report it\n{traceback.format_exc()}"
        )
    return status


def _main(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first in ("--version", "-V"):
        from checker import __version__

        return say(f"checker {__version__}\n")
    if first in ("--help", "-h", "help"):
        return say(_about())
    if first not in _COMMANDS:
        return _no_command(first)
    _load_lightly()
    from checker.cli.arguments import parsed
    from checker.cli.commands import run
    from checker.errors import CheckerError

    options = parsed(first, _COMMANDS[first], arguments[1:])
    try:
        return run(options)
    except CheckerError as error:
        return fail(str(error))


def _load_lightly() -> None:
    """
    Import argparse and pathlib without what they import and we do not need (docs/decisions).

    argparse would look for translations that no Python ships, and pathlib loads `urllib.parse` for
    one method. Meanwhile stand-ins answer, unless somebody else has loaded the real modules.
    """
    _stand_in("argparse", "gettext", gettext=str, ngettext=_one_or_many)
    _stand_in("pathlib", "urllib.parse", quote_from_bytes=_quoted)


def _stand_in(module: str, helper: str, **functions: object) -> None:
    """Import a module while another one, which it imports, is nothing but some functions."""
    if module in sys.modules or helper in sys.modules:
        return
    answer = type(sys)(helper)
    answer.__dict__.update(functions)
    sys.modules[helper] = answer
    try:
        __import__(module)
    finally:
        del sys.modules[helper]


def _quoted(path: bytes) -> str:
    """Quote a path for a URI as `pathlib` does."""
    from urllib.parse import quote_from_bytes

    return quote_from_bytes(path)


def _one_or_many(one: str, many: str, number: int) -> str:
    """Choose between two messages as gettext does where nothing is translated."""
    return one if number == 1 else many


def _about() -> str:
    width = max(map(len, _COMMANDS))
    lines = (f"  {name:{width}}  {what}" for name, what in _COMMANDS.items())
    return _ABOUT.format(commands="\n".join(lines))


def _no_command(name: str) -> int:
    if not name:
        sys.stderr.write(_about())
        return FAILED
    from difflib import get_close_matches

    near = get_close_matches(name, _COMMANDS, n=1)
    hint = f"; did you mean `{near[0]}`?" if near else ""
    return fail(f"there is no command {name!r}{hint} (commands: {', '.join(_COMMANDS)})")
