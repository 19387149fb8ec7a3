"""What the words around a number say that it measures: unit, noun, rate, hedge, change, in turn."""

from __future__ import annotations

from decimal import Decimal

from checker.measures import Measure, hedge_after, measure_after, measure_at, sign_before
from checker.model import Kind, TokenKind
from checker.nouns import NounPhrase, Written, is_plural, joined_noun, noun_phrase
from checker.numerals import NTH
from checker.phrases import phrase_at, phrase_before
from checker.quantities.ages import (
    TOO_SHORT,
    follows_age,
    is_age,
    is_bound_age,
    is_told_age,
    opens_sentence,
)
from checker.quantities.changes import tell_change
from checker.quantities.choices import choose
from checker.quantities.counting import inverted_start, noun_start
from checker.quantities.draft import Draft
from checker.quantities.rates import add_rate
from checker.readings import precision_of
from checker.values import replace

_TWO = Decimal(2)
_LARGE = Decimal(1_000_000)
# ISO 4217 codes have three letters, ambiguous names more.
_CODE = 3


def measure(draft: Draft) -> None:
    """Find the unit, currency or noun, then the rate, the hedge and the change around it."""
    mention, language = draft.mention, draft.language
    end = mention.number_last
    sign = sign_before(draft.tokens, mention.number_first, language, draft.text)
    if sign is not None and sign.first < mention.first:
        # It belongs to the number before it.
        sign = None
    unit = measure_after(draft.tokens, end, language, draft.text) or _inner_unit(draft)
    if unit is None and mention.last > end:
        unit = measure_after(draft.tokens, mention.last, language, draft.text)
    if unit is not None and unit.kind == "currency" and _is_aged(draft):
        # "A baker aged 61 won the raffle".
        unit = None
    ahead = phrase_before(language.quantities.units_before, draft.tokens, mention.first)
    if sign is not None and (unit is None or unit.kind != "currency"):
        _take_measure(draft, sign, end)
        _settle(draft)
    elif ahead is not None and _is_of(ahead[1], unit):
        # "Magnitud de 7,8 grados", "un pourcentage de 45".
        kind: Kind = "percent" if ahead[1] == "percent" else "dimension"
        draft.kind, draft.unit, draft.first = kind, ahead[1], ahead[0]
        draft.last = max(draft.last, unit.last if unit else 0)
    elif sign is not None and unit is not None:
        _take_measure(draft, sign if _is_closer(sign, unit) else unit, unit.last)
    elif unit is not None:
        large = mention.value if mention.value is not None else mention.high
        is_large = large is not None and large >= _LARGE
        # "Half a million pounds".
        is_large = is_large or language.numbers.scales.get(draft.tokens[end - 1].word, 0) >= _LARGE
        unit = choose(draft.tokens, unit, language, is_large)
        if unit.kind == "count" and mention.form == "fraction":
            # "Half a point", "a quarter-point cut".
            _take_measure(draft, unit, unit.last)
            draft.head, draft.noun = unit.last - 1, unit.unit
        elif unit.kind == "count":
            _count(draft, unit.first + (unit.last - unit.first > 1))
        else:
            _take_measure(draft, unit, unit.last)
            _age(draft, unit)
    else:
        _count_alone(draft)
    _fewer(draft)
    add_rate(draft)
    _whole(draft)
    _hedge(draft)
    tell_change(draft)


def _is_aged(draft: Draft) -> bool:
    """Whether a word that takes no unit makes a number an age: "aged 61"."""
    ages = draft.language.quantities.ages_before
    before = phrase_before(ages, draft.tokens, draft.mention.number_first)
    return before is not None and before[1] == "bare"


def _is_of(ahead: str, unit: Measure | None) -> bool:
    """Whether the unit before a number is its own: degrees behind it may be those of a scale."""
    if unit is None:
        return True
    return ahead != "percent" and unit.unit in ("degree", ahead)


def _count_alone(draft: Draft) -> None:
    """Read what a number counts that no unit measures, or whose it is by the words around it."""
    # "300 or more drones", "20-odd villages".
    _count(draft, draft.mention.last)
    if draft.is_bare and draft.mention.last > draft.mention.number_last:
        _count(draft, draft.mention.number_last)
    _cold(draft)
    _name_before(draft)


def _cold(draft: Draft) -> None:
    """Take degrees where only the words for frost tell them: "12 bajo cero"."""
    words, at = draft.language.numbers.minus_after, draft.mention.number_last
    if draft.is_bare and phrase_at(words, draft.tokens, at) is not None:
        draft.kind, draft.unit = "dimension", "degree"


# Shorter names are letters or words of their own ("p", "c").
_SHORTEST_NAME = 3


def _name_before(draft: Draft) -> None:
    """Take a currency's name before a number that nothing else measures: "ringgit 42"."""
    tokens, at, words = draft.tokens, draft.first - 1, draft.language.quantities
    if not draft.is_bare or at < 0 or len(tokens[at].word) < _SHORTEST_NAME:
        return
    name = measure_at(tokens, at, draft.language, draft.text)
    if name is None or name.kind != "currency" or name.last > at + 1:
        return
    is_capital = draft.text[tokens[at].start].isupper() and not words.has_capital_nouns
    if is_capital or tokens[at].word.upper() == name.unit:
        # "Real 3", "try one": names of clubs, and words that spell a code too.
        return
    is_word = tokens[at].word in words.stops or tokens[at].word in words.verbs
    if not is_word and not (at and _has_owner(draft, at - 1)):
        _take_measure(draft, name, draft.last)


def _has_owner(draft: Draft, at: int) -> bool:
    """Whether the token at `at` makes a currency's name behind it that of something else."""
    token, words, numbers = draft.tokens[at], draft.language.quantities, draft.language.numbers
    is_number = token.kind == TokenKind.NUMBER or token.word in numbers.adders
    is_number = is_number or token.word in numbers.scales
    return is_number or token.word in {
        *words.per, *words.adjectives, *draft.language.discourse.articles,
    }  # fmt: skip


def _fewer(draft: Draft) -> None:
    """Read "menos 300 empregos" as so many fewer: nothing is counted below zero."""
    mention, tokens = draft.mention, draft.tokens
    value = mention.value
    if draft.kind != "count" or value is None or value >= 0:
        return
    if tokens[mention.number_first].kind is TokenKind.WORD:
        draft.mention = replace(mention, value=-value)
        draft.change = "down"


def _inner_unit(draft: Draft) -> Measure | None:
    """Return the unit that only the first end of a range has: "from 208 pounds to 193"."""
    mention = draft.mention
    if mention.form != "range":
        return None
    for at in range(mention.number_first + 1, mention.number_last - 1):
        unit = measure_after(draft.tokens, at, draft.language, draft.text)
        if unit is not None and draft.tokens[at].word not in draft.language.numbers.scales:
            return unit
        unit = sign_before(draft.tokens, at + 1, draft.language, draft.text)
        if unit is not None:
            return unit
    return None


def _take_measure(draft: Draft, measure: Measure, last: int) -> None:
    """Take a unit that stands before or behind the number."""
    draft.kind, draft.unit = measure.kind, measure.unit
    draft.candidates = tuple(draft.language.quantities.candidates.get(measure.unit, ()))
    draft.last = max(draft.last, last)
    draft.first = min(draft.first, measure.first)


def _settle(draft: Draft) -> None:
    """Let a word behind the number say whose sign it has: "$75 U.S. a barrel"."""
    tokens, words = draft.tokens, draft.language.quantities
    found = phrase_at(words.signs_behind, tokens, draft.last)
    if found is None or found[1] not in draft.candidates:
        return
    last, code = found
    is_apart = last >= len(tokens) or tokens[last].kind is not TokenKind.WORD
    if is_apart or tokens[last].word in words.stops:
        draft.unit, draft.last, draft.candidates = code, last, ()


def _age(draft: Draft, unit: Measure) -> None:
    """Turn a duration into an age: "41-year-old", "âgé de 41 ans", "aged 41"."""
    words = draft.language.quantities
    if unit.kind != "duration" or unit.unit in TOO_SHORT:
        return
    found = phrase_at(words.ages_after, draft.tokens, draft.last)
    if found is not None:
        draft.kind, draft.last = "age", found[0]
        return
    mention, language = draft.mention, draft.language
    if (
        is_told_age(mention, unit, language, draft.text)
        or is_bound_age(mention, unit, language, draft.text)
        or follows_age(mention, draft.first, draft.last, language)
        or opens_sentence(mention, draft.last, language, draft.text)
    ):
        draft.kind = "age"


def _count(draft: Draft, index: int) -> None:
    """Read the noun that is counted, behind "of" or "de" where the number takes one."""
    mention, tokens, language = draft.mention, draft.tokens, draft.language
    at = mention.number_first - 1
    if at and tokens[at].word == "-" and tokens[at - 1].word in language.quantities.units:
        # "The 6-foot-2 guard" is no two guards.
        return
    if is_age(mention, language, draft.text):
        draft.kind, draft.unit = "age", "year"
        return
    if mention.form == "fraction" or mention.via == "range:parts":
        return
    if phrase_at(language.numbers.multiples, tokens, mention.number_last - 1) is not None:
        # "A sixfold increase" counts no increases.
        return
    start = noun_start(mention, index, language)
    # Below two the French and the Portuguese write the singular ("0,3 point", "1,5 lit").
    is_below_two = mention.value is not None and abs(mention.value) < _TWO
    is_single = (
        mention.value == 1
        or mention.via == NTH
        or (language.quantities.is_head_first and is_below_two)
    )
    is_one = is_single and start - index < 2
    if start > mention.number_last and tokens[start - 1].word == "-":
        phrase = joined_noun(tokens, start, language)
    else:
        start = inverted_start(mention, language) or start
        phrase = noun_phrase(Written(tokens, draft.text), start, language, is_one)
    if phrase is not None and not (
        _is_of_sum(draft, phrase)
        or _is_too_many(draft, phrase, is_one)
        or _is_no_plural(draft, phrase, start)
    ):
        phrase = _without_next(draft, phrase)
        if phrase is not None:
            _take_noun(draft, phrase)


def _without_next(draft: Draft, phrase: NounPhrase) -> NounPhrase | None:
    """Return a noun phrase without the next number; None where that leaves no noun."""
    following = draft.following
    if following is not None and phrase.first <= following.number_first < phrase.last:
        # "23 case e tre ponti": the number behind the joining word is no second noun.
        phrase = phrase._replace(last=following.number_first - 1)
    return phrase if phrase.head < phrase.last else None


def _is_too_many(draft: Draft, phrase: NounPhrase, is_one: bool) -> bool:
    """Whether magnitudes stand before a singular they do not count: "a 2 billion deficit"."""
    words, tokens, last = draft.language.quantities, draft.tokens, draft.mention.number_last
    if is_one or words.is_head_first or words.has_capital_nouns or phrase.first != last:
        return False
    is_large = tokens[last - 1].word in draft.language.numbers.scales
    return is_large and not is_plural(tokens[phrase.head].word, words)


def _is_of_sum(draft: Draft, phrase: NounPhrase) -> bool:
    """Whether what follows millions only says how a sum is meant: "gana 12 millones `netos`"."""
    words, last = draft.language.quantities, draft.mention.number_last
    is_large = draft.tokens[last - 1].word in draft.language.numbers.scales
    is_alone = phrase.last == phrase.first + 1 == phrase.head + 1
    return is_large and is_alone and draft.tokens[phrase.head].word in words.sum_adjectives


def _is_no_plural(draft: Draft, phrase: NounPhrase, start: int) -> bool:
    """Whether a singular is not what is counted: "few expect", "six of the committee"."""
    words, tokens, mention = draft.language.quantities, draft.tokens, draft.mention
    if words.is_head_first or words.has_capital_nouns:
        return False
    if is_plural(tokens[phrase.head].word, words):
        return False
    of = draft.language.numbers.of
    # "Six of the committee", and "51 charges of murder, 40 of arson".
    is_part = start > mention.number_last + 1 and tokens[start - 2].word in of
    is_part = is_part or (mention.form in ("digits", "words") and tokens[start - 1].word in of)
    is_few = mention.via == "unnumbered" and start == mention.number_last
    is_few = is_few and tokens[start - 1].word not in of
    return is_part or (is_few and mention.value != 1)


def _take_noun(draft: Draft, phrase: NounPhrase) -> None:
    """Take the head noun as unit and the whole phrase as noun."""
    start, end = draft.tokens[phrase.first].start, draft.tokens[phrase.last - 1].end
    draft.kind, draft.unit, draft.head = "count", phrase.unit, phrase.head
    draft.noun = draft.text[start:end]
    draft.last = max(draft.last, phrase.last)


def _whole(draft: Draft) -> None:
    """Decide an undecided mark where things are counted: these are whole ("4,500 personas")."""
    mention = draft.mention
    value, other = mention.value, mention.other
    if draft.kind != "count" or "/" in draft.unit or value is None or other is None:
        return
    if mention.via != "digits":
        return
    value = max(value, other)
    grain, places = precision_of(value)
    draft.mention = replace(mention, value=value, other=None, grain=grain, places=places)


def _hedge(draft: Draft) -> None:
    """Read a hedge behind the unit or noun: "300 drones or more"."""
    if draft.last == draft.mention.last:
        return
    found = hedge_after(draft.tokens, draft.last, draft.language)
    if found is None:
        return
    draft.last = found[0]
    draft.mention = replace(draft.mention, hedges=(*draft.mention.hedges, found[1]))


def _is_closer(sign: Measure, unit: Measure) -> bool:
    """Whether a currency sign says more than the name behind the number: "US$5 dollars"."""
    is_code = len(sign.unit) == _CODE
    return len(unit.unit) != _CODE and (is_code or sign.unit == unit.unit)
