"""`--discover`: what probably disagrees though no rule reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from checker.run import Beyond


def add_discover(group: argparse._ActionsContainer) -> None:
    """Add the option."""
    group.add_argument(
        "--discover",
        action="store_true",
        help="also list what probably disagrees though no rule reads it, each with a drafted rule "
        "or example; it never changes the exit status",
    )


def beyond_of(options: argparse.Namespace) -> Beyond | None:
    """Return what a run is to add to its findings, if anything."""
    if not options.discover:
        return None
    from checker.discovery import with_discovered

    return with_discovered
