"""Whether a number tells by how much something moved: "rose by 5 %", "300 fewer"."""

from __future__ import annotations

from checker.measures import bounds_next, change_before
from checker.model import Change
from checker.phrases import phrase_at, phrase_before
from checker.quantities.draft import Draft

# What a word before it began, or left, tells a level and no change.
_LEVELS = ("range:open", "range:parts", "moved from")


def tell_change(draft: Draft) -> None:
    """Say whether the number tells by how much something moved: "rose by 5 %"."""
    words, tokens = draft.language.quantities, draft.tokens
    first = draft.first
    before = tokens[first - 1].word if first else ""
    is_below = first < draft.mention.number_first and tokens[first].word in words.reaches
    if before in words.reaches or (is_below and before not in words.change_links):
        # "Auf 300 gestiegen" and "fell below 300" tell a level.
        return
    after = phrase_at(words.changes_after, tokens, draft.last)
    is_long = after is not None and after[0] > draft.last + 1
    if after is not None and is_long and bounds_next(tokens, after[0] - 1, draft.language):
        # "3 200 hectares en moins de 48 heures": the words bound the number behind them.
        after = None
    if after is None and draft.kind == "count":
        inner = phrase_at(words.changes_after, tokens, draft.mention.number_last)
        after = inner if inner is not None and inner[1] == "more" else None
    if after is not None:
        is_share = draft.kind == "percent" and after[1] == "more"
        draft.change = "up" if is_share else _moved(draft, after[1])
    draft.is_compared = phrase_before(words.comparisons, tokens, draft.first) is not None
    if draft.change is not None or draft.mention.via in _LEVELS:
        return
    if draft.mention.form == "range" and tokens[draft.first].word in draft.language.numbers.ranges:
        # "Rose from up to 250 to 290".
        return
    how = change_before(tokens, draft.first, draft.language)
    if how is None and draft.mention.number_first > draft.first:
        # "At least another 40".
        told = change_before(tokens, draft.mention.number_first, draft.language)
        how = told if told == "more" else None
    if how is not None and not _is_level(draft):
        draft.change = _moved(draft, how)


def _is_level(draft: Draft) -> bool:
    """Whether a mere preposition bounds what was reached: "scende sotto i 130 punti"."""
    mention, tokens, first = draft.mention, draft.tokens, draft.first
    is_bound = mention.hedges[-1:] in (("less_than",), ("more_than",))
    if not is_bound or first == mention.number_first:
        return False
    # "Cresciute di oltre il 5 %": a link says by how much.
    is_linked = tokens[first - 1].word in draft.language.quantities.change_links
    return tokens[first].word in draft.language.discourse.prepositions and not is_linked


def _moved(draft: Draft, how: str) -> Change | None:
    """
    Return the change that a word of the pack tells of this kind of quantity.

    Weak words tell one of shares only: who lost 5 % moved, who lost 300 tanks stated a number.
    """
    if how == "more":
        return "up" if draft.kind == "count" else None
    if how in ("up", "down"):
        return "up" if how == "up" else "down"
    if draft.kind != "percent" or how.startswith("far"):
        return None
    return "up" if how == "weak_up" else "down"


def is_more(draft: Draft) -> bool:
    """
    Whether a bare number adds to what was counted before.

    "Killed 12 men and hurt 30 more", "and another 30 were hurt".
    """
    tokens, first, last = draft.tokens, draft.mention.first, draft.last
    further = draft.language.discourse.further
    if first and tokens[first - 1].word in further:
        return True
    if last < len(tokens) and tokens[last].word in further:
        return True
    found = phrase_at(draft.language.quantities.changes_after, draft.tokens, draft.last)
    if found is None or found[1] != "more" or found[0] > draft.last + 1:
        return False
    following = draft.tokens[found[0]].word if found[0] < len(draft.tokens) else ""
    return following not in draft.language.numbers.hedge_stops


def difference(draft: Draft) -> Change | None:
    """Return how much more or fewer a bare number tells: "1,250 shops, 300 fewer than in May"."""
    tokens, first = draft.tokens, draft.first
    found = phrase_at(draft.language.quantities.changes_after, tokens, draft.last)
    # "Soit 300 de plus".
    first -= first > 1 and tokens[first - 1].word in draft.language.checks.restated
    if found is None or not first or tokens[first - 1].word != ",":
        return None
    return "down" if found[1].endswith("down") else "up"
