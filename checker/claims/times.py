"""When a claim is about: its as-of date and the known start of a count."""

from __future__ import annotations

from datetime import date
from typing import Literal

from checker.claims.scene import Region, Scene, distance
from checker.dates import DateMention
from checker.lookbacks import goes_on, look_backs
from checker.model import Period, Polarity, Quantity, TokenKind
from checker.values import frozen

# Words between a count and its date: "the toll of the ministry on Monday".
_LONGEST_REPORT = 3

# Units of time in which nobody dates what is new.
_COARSE = frozenset({"season", "month", "quarter", "year", "decade"})

# Characters of what stands before a sentence that are read for what it goes on with.
_LONGEST_BEFORE = 400

# Words between "since" and the date of what happened then.
_LONGEST_EVENT = 10


@frozen
class When:
    """
    The dates of a claim; `source` says whether `as_of` comes from the text.

    `is_told` when the text gives a date, be it one that cannot be told ("in March" of no year).
    `weekday` is the day of the week that is told without anything to reckon it from (1 is Monday).
    `is_of_report` when the date is that of a report or count ("said Monday", "as of Monday").
    `is_long_past` when only a month or a year is told, without anything to reckon it from ("in
    March", "last year"): what is news is told by the day.
    """

    as_of: Period | None
    source: Literal["", "text", "published"]
    since: Period | None
    is_told: bool = False
    weekday: int | None = None
    is_of_report: bool = False
    is_long_past: bool = False


def when(
    scene: Scene, quantity: Quantity, published: date | None, polarity: Polarity = "asserted"
) -> When:
    """
    Return the dates of a quantity: the nearest in its own clause, else one that opens the sentence.

    "since" sets the start, every other preposition but "before" and "until" the as-of date; without
    one in the text, the day of publication is the as-of date.
    """
    mentions = [_looked_back(scene, quantity, mention) for mention in scene.dates]
    outside = [
        _as_start(scene, mention)
        for mention in (mentions if polarity == "asserted" else scene.dates)
        if mention.last <= quantity.first or quantity.last <= mention.first
    ]
    since = _nearest(scene, quantity, [m for m in outside if m.relation == "since"])
    on = _nearest(
        scene,
        quantity,
        [m for m in outside if m.relation in ("on", "by") and not _is_of_a_thing(scene, m)],
    )
    told = _governing(scene, quantity, outside)
    on = on or _moment(scene, quantity, outside)
    if told is not None:
        on, since = told, None if since is told else since
    start = since.period if since else None
    # "By 2026" is a deadline; what is planned is told today.
    if on is not None and on.relation == "by" and on.period is not None:
        on = None if published is None or on.period.first > published else on
    if on is not None and on.period is not None:
        return When(on.period, "text", start, is_of_report=_is_of_report(scene, on))
    if published is not None:
        return When(Period(published, published), "published", start)
    is_past = on is not None and _is_coarse(scene, on) and not _is_ahead(scene, on)
    weekday = None if _is_before(scene, quantity, on) else _weekday(scene, on)
    return When(None, "", start, on is not None, weekday, is_long_past=is_past)


def _is_coarse(scene: Scene, on: DateMention) -> bool:
    """Whether a date tells a month or a year, be it counted: "in March", "two years ago"."""
    if on.granularity != "relative":
        return on.granularity in _COARSE
    known = scene.language.dates.terms
    terms = (
        term
        for token in scene.tokens[on.first : on.last]
        for role in ("period", "unit")
        for term in known.get(token.word, {}).get(role, ())
    )
    return any(term.value in _COARSE for term in terms)


def _is_ahead(scene: Scene, on: DateMention) -> bool:
    """Whether a date is of now or of what is to come: "this year", "will be mended in April"."""
    known = scene.language.dates.terms
    shifts = [
        int(term.value)
        for token in scene.tokens[on.first : on.last]
        for term in known.get(token.word, {}).get("shift", ())
    ]
    if shifts:
        return min(shifts) >= 0
    clause = scene.clause(scene.clause_at(on.first))
    return any(clause.first <= cue.first < on.first for cue in scene.cues.get("planned", ()))


def is_looked_back(scene: Scene, quantity: Quantity, *, has_rival: bool) -> bool:
    """
    Whether a number is told of something earlier: "two weeks after 12 people drowned".

    What was only days ago may well be the same event, unless a rival figure is told beside it. A
    sentence that opens with a pronoun goes on with the event that this one came after.
    """
    place = quantity.span.start - scene.tokens[0].start
    return _goes_on(scene) or any(
        back.holds(place) and (has_rival or not back.is_near)
        for back in look_backs(scene.words(0, len(scene.tokens)), scene.language)
    )


def _goes_on(scene: Scene) -> bool:
    """Whether a sentence says more of an earlier event: "ten days after a raid. It killed 12"."""
    first = scene.tokens[0]
    if first.word not in scene.language.discourse.pronouns:
        return False
    before = scene.text[max(first.start - _LONGEST_BEFORE, 0) : first.start]
    return goes_on(before.rpartition("\n")[2], scene.language)


def _looked_back(scene: Scene, quantity: Quantity, mention: DateMention) -> DateMention:
    """
    Read a day behind "by" as one that is over where the past is told: "by Monday 20 had died".

    Only what opens the sentence can be so read of "until", which also ends what lasts.
    """
    back, published = mention.back, scene.published
    if back is None or published is None or back.first > published:
        return mention
    if mention.relation == "until" and mention.first != 0:
        return mention
    clause = scene.clause(scene.clause_at(quantity.mention.number_first))
    is_own = clause.holds(mention) or mention.first == 0
    words = (token.word for token in scene.tokens[clause.first : clause.last])
    is_over = is_own and any(word in scene.language.discourse.pasts for word in words)
    return mention._replace(relation="on", period=back) if is_over else mention


def _as_start(scene: Scene, mention: DateMention) -> DateMention:
    """Read the date of an event from which a count goes on as its start: "since it began"."""
    if mention.relation != "on" or mention.weekday is not None:
        return mention
    is_start = any(_leads_to(scene, cue.last, mention) for cue in scene.cues.get("start", ()))
    return mention._replace(relation="since") if is_start else mention


def _leads_to(scene: Scene, index: int, mention: DateMention) -> bool:
    """Whether a few words part an event from its date, or a comma where one closes the date too."""
    between = scene.tokens[index : mention.first]
    if index > mention.first or len(between) > _LONGEST_EVENT:
        return False
    commas = [token for token in between if token.word == ","]
    end = scene.tokens[mention.last].word if mention.last < len(scene.tokens) else ""
    are_words = all(token.kind is TokenKind.WORD or token.word in ",'’" for token in between)
    return are_words and (not commas or (len(commas) == 1 and end == ","))


def _governing(scene: Scene, quantity: Quantity, mentions: list[DateMention]) -> DateMention | None:
    """
    Return the date that the clause of a quantity hangs on: "the worst since 2009, | when 112 died".

    Whatever stands before the date ("since 2009"), what the clause tells happened then.
    """
    first = scene.clause(scene.clause_at(quantity.mention.number_first)).first
    words, tokens = scene.language, scene.tokens
    if tokens[first].word not in words.sentences.clause_words:
        return None
    end = first
    if end > 0 and tokens[end - 1].word in words.discourse.prepositions:
        end -= 1
    if end > 0 and tokens[end - 1].word == ",":
        end -= 1
    return next((mention for mention in mentions if 0 < mention.last == end), None)


def _moment(scene: Scene, quantity: Quantity, mentions: list[DateMention]) -> DateMention | None:
    """
    Return the month or year in the clause behind a quantity's own: "12 died | when it fell in May".

    A day told there is left alone: it parts reports of one event more often than it helps.
    """
    index = scene.clause_at(max(scene.region_of(quantity).last - 1, 0)) + 1
    if index >= len(scene.clauses):
        return None
    clause = scene.clause(index)
    if scene.tokens[clause.first].word not in scene.language.discourse.moments:
        return None
    counted = (one for one in scene.quantities if one.kind != "duration")
    if any(clause.first <= one.first and one.last <= clause.last for one in counted):
        return None
    own = (one for one in mentions if one.relation == "on" and clause.holds(one))
    return next((one for one in own if _is_coarse(scene, one)), None)


def _is_of_a_thing(scene: Scene, mention: DateMention) -> bool:
    """Whether a date tells which thing is meant, not when what is said holds: "the 5 May fire"."""
    tokens, articles = scene.tokens, scene.language.discourse.articles
    if scene.published is None or mention.last >= len(tokens):
        return False
    # "The 5 May fire"; where adjectives stand behind their noun, so would a date.
    if scene.language.quantities.is_head_first:
        return False
    leads = {token.word for token in tokens[max(mention.first - 1, 0) : mention.first + 1]}
    return tokens[mention.last].kind is TokenKind.WORD and not articles.isdisjoint(leads)


def _weekday(scene: Scene, on: DateMention | None) -> int | None:
    """Return the weekday something happened on; that of a mere report ("said Monday") is none."""
    if on is None or on.weekday is None:
        return None
    return None if _says(scene, on) else on.weekday


def _is_before(scene: Scene, quantity: Quantity, on: DateMention | None) -> bool:
    """Whether a day is another event's: "on Wednesday, | two days after shells killed seven"."""
    if on is None or on.weekday is None:
        return False
    start, day = scene.sentence.span.start, scene.tokens[on.first].start
    backs = look_backs(scene.said, scene.language)
    return any(
        back.holds(quantity.span.start - start) and not back.holds(day - start) for back in backs
    )


def _says(scene: Scene, on: DateMention) -> bool:
    """Whether a verb of saying stands right beside a date: "said Monday"."""
    return any(cue.last == on.first or on.last == cue.first for cue in scene.cues.get("says", ()))


def _is_of_report(scene: Scene, on: DateMention) -> bool:
    """Whether a date is that of a report or a count: "said Monday", "a toll drawn up on Monday"."""
    if on.relation == "by" or _says(scene, on):
        return True
    if _is_dated(scene, on):
        return True
    clause = scene.clause(scene.clause_at(on.first))
    counts = (cue for cue in scene.cues.get("tally", ()) if clause.first <= cue.first)
    return any(0 <= on.first - cue.last <= _LONGEST_REPORT for cue in counts)


def _is_dated(scene: Scene, on: DateMention) -> bool:
    """Whether words that make a date that of a count begin it, or stand before it: "as of"."""
    return any(on.first - 1 <= cue.last <= on.last for cue in scene.cues.get("dated", ()))


def _nearest(scene: Scene, quantity: Quantity, mentions: list[DateMention]) -> DateMention | None:
    """Return the nearest date of the quantity's region, else the last one that leads up to it."""
    region = scene.region_of(quantity)
    own = [m for m in mentions if region.first <= m.first and m.last <= region.last]
    own = [m for m in own if not _belongs_to_other(scene, quantity, m)]
    if own:
        return min(own, key=lambda m: (distance(quantity, m), m.first))
    leading = [m for m in mentions if m.last <= region.first and _opens(scene, m, region)]
    return leading[-1] if leading else None


def _belongs_to_other(scene: Scene, quantity: Quantity, mention: DateMention) -> bool:
    """
    Whether another quantity stands between: "dozens against 300 in March".

    A length of time is none: "3 % in a year in March".
    """
    for other in scene.quantities:
        if other is quantity or other.kind == "duration":
            continue
        if scene.is_passed_over(other.first, quantity, mention):
            continue
        if quantity.last <= other.first and other.last <= mention.first:
            # "12 dead and 40 hurt as of Monday": that is the day of the whole count.
            if not (_is_dated(scene, mention) and scene.are_joined(quantity, other)):
                return True
            continue
        if mention.last <= other.first and other.last <= quantity.first:
            return mention.first != 0 and not scene.are_joined(other, quantity)
        if other.last <= mention.first and mention.last <= scene.conjunct_of(quantity).first:
            return True
    return False


def _opens(scene: Scene, mention: DateMention, region: Region) -> bool:
    """
    Whether a date leads up to a clause, no other number in its own clause or in between.

    That of a relative clause is of something else: "the fire that broke out last week is now the
    worst ever, killing 12 people".
    """
    first = scene.clause(scene.clause_at(mention.first)).first
    is_relative = scene.tokens[first].word in scene.language.discourse.relatives
    if first and is_relative and mention.relation != "since":
        return False
    return all(
        not (first <= other.first and other.last <= region.first) for other in scene.quantities
    )
