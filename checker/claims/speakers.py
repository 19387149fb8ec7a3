"""Who says so: the name or office that a verb of saying, or "according to", points at."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.capitals import LONGEST, is_capital, name_end, start_of_name
from checker.claims.scene import Scene
from checker.model import Quantity, TokenKind
from checker.rows import NamedTuple

__all__ = ["is_capital", "is_pronoun_at", "name_end", "speaker_of"]

# How many words may stand between a speaker and the verb: "Kirby, the spokesman, also said".
_REACH = 24
# How many words may stand between an inverted verb and its speaker: "said on Monday the minister".
_LATE = 3
# How many words may describe an office before it: "the Lithuanian deputy defence minister".
_DESCRIBED = 4
# Opening quotation marks with those that close them; some do either, by language.
_QUOTES = {"«": "»", "»": "«", "„": "“”", "“": "”", '"': '"', "‘": "’", "‚": "‘"}
# An office that no list knows has so many words behind its article: "the coast guard".
_PLAIN = 4


class _Candidate(NamedTuple):
    """A possible speaker: its half-open range of tokens."""

    first: int
    last: int


def speaker_of(scene: Scene, quantity: Quantity) -> str | None:
    """
    Return who asserts a number, as the text names them; None for the article's own voice.

    Whoever has another figure ("while the ministry | has stuck to 89") comes first, then a source
    named by "according to", the verb of saying nearest to the number, and whoever is named right
    behind the quotation that holds it.
    """
    index = quantity.mention.number_first
    echoes = [cue for cue in scene.cues.get("echo", ()) if cue.last == quantity.first]
    having = [found for cue in echoes if (found := _ahead(scene, cue.first)) is not None]
    said = (*having, *_sources(scene, index), *_sayers(scene, index), *_quoted(scene, index))
    return scene.words(said[0].first, said[0].last) if said else None


def _sources(scene: Scene, index: int) -> Iterator[_Candidate]:
    """Yield the sources named by "according to", the nearest first."""
    for cue in sorted(scene.cues.get("according", ()), key=lambda hit: abs(hit.first - index)):
        between = scene.tokens[min(cue.first, index) : max(cue.first, index)]
        found = _starting(scene, cue.last)
        if found is not None and not any(token.word == ";" for token in between):
            yield found
    for cue in scene.cues.get("according_after", ()):
        before = cue.first - 1
        if before >= 0 and (is_capital(scene, before) or _is_title(scene, before)):
            found = _ahead(scene, cue.first)
            if found is not None:
                yield found


def _sayers(scene: Scene, index: int) -> Iterator[_Candidate]:
    """
    Yield the subjects of the verbs of saying, the nearest verb first.

    After a comma, a full stop or a quotation mark the subject usually follows its verb ("..., a
    déclaré lundi le ministre"); elsewhere it stands before it.
    """
    for verb in sorted(scene.cues.get("says", ()), key=lambda hit: abs(hit.first - index)):
        is_no_verb = _is_noun(scene, verb.first) or _is_passive(scene, verb.first, verb.last)
        if is_no_verb or _tells_another(scene, index, verb.last):
            continue
        is_inverted = _is_inverted(scene, verb.first)
        if is_inverted and _is_pronoun(scene, verb.last):
            continue
        behind = _behind(scene, verb.last, _LATE) if is_inverted else None
        found = behind or _ahead(scene, verb.first)
        if found is None and scene.language.discourse.verb_final:
            # The subject may follow at once: "Am Montag sagte | der Minister".
            found = _behind(scene, verb.last, 0)
        if found is not None:
            yield found


def _quoted(scene: Scene, index: int) -> Iterator[_Candidate]:
    """Yield whoever is named right behind the closing mark of the quotation around a number."""
    tokens = scene.tokens
    opening = next((token.word for token in tokens[:index] if token.word in _QUOTES), "")
    for place in range(index, len(tokens)):
        if opening and tokens[place].word in _QUOTES[opening]:
            start = place + 1
            if start < len(tokens) and tokens[start].word == ",":
                start += 1
            found = _behind(scene, start, _LATE)
            if found is not None:
                yield found
            return


def _tells_another(scene: Scene, index: int, verb: int) -> bool:
    """Whether a verb behind a number has one of its own: "12 died, while doctors counted | 15"."""
    own = scene.clause_at(verb - 1)
    if verb <= index or own == scene.clause_at(index):
        return False
    return any(
        verb <= other.first and scene.clause_at(other.first) == own for other in scene.quantities
    )


def _is_noun(scene: Scene, verb: int) -> bool:
    """Whether a gerund is a noun behind its article: "a tsunami | warning"."""
    words, tokens = scene.language.discourse, scene.tokens
    if not tokens[verb].word.endswith(tuple(words.gerund_endings)):
        return False
    for index in range(verb - 1, max(verb - 1 - _DESCRIBED, -1), -1):
        if tokens[index].word in words.articles:
            return True
        is_mark = tokens[index].kind is TokenKind.SYMBOL
        if is_mark or is_capital(scene, index) or _is_title(scene, index):
            return False
    return False


def _is_passive(scene: Scene, first: int, last: int) -> bool:
    """Whether a verb has no speaker before it: "is believed to", "the 2,000 claimed by"."""
    words, tokens = scene.language.discourse, scene.tokens
    if last < len(tokens) and tokens[last].word in words.givers - words.taken_from:
        return True
    if any(tokens[first].word.endswith(ending) for ending in words.gerund_endings):
        return False
    return first > 0 and tokens[first - 1].word in words.passives


def _is_inverted(scene: Scene, verb: int) -> bool:
    """Whether a mark stands before a verb, an auxiliary and one adverb passed over."""
    start = max(verb - 2, 0)
    auxiliaries = scene.language.discourse.auxiliaries
    before = [token for token in scene.tokens[start:verb] if token.word not in auxiliaries]
    return bool(before) and before[-1].kind is TokenKind.SYMBOL and before[-1].word != "-"


def _behind(scene: Scene, index: int, late: int) -> _Candidate | None:
    """Return the speaker that begins at `index` or at most `late` words behind it."""
    start, left = index, late
    while start < len(scene.tokens) and left >= 0:
        if scene.tokens[start].word in scene.language.discourse.that:
            return None
        is_date = _is_date(scene, start)
        found = None if is_date else _starting(scene, start)
        if found is not None:
            return found
        # A date is passed over whole: "declarou na segunda-feira | o ministro".
        start, left = start + 1, left - (not is_date)
    return None


def _starting(scene: Scene, index: int) -> _Candidate | None:
    """Return the speaker that begins at `index`, with its article or title of courtesy."""
    start = index
    while start < len(scene.tokens) and scene.tokens[start].word in _articles(scene):
        start += 1
    if start >= len(scene.tokens):
        return None
    office = _described(scene, start) if start > index else start
    if _is_title(scene, office):
        last = _end_of_phrase(scene, office)
        return _apposed_name(scene, last) or _Candidate(index, last)
    if is_capital(scene, start):
        return _Candidate(index, name_end(scene, start))
    return _nameless(scene, index) if start > index else None


def _nameless(scene: Scene, index: int) -> _Candidate | None:
    """Return whoever an article and a few plain words name: "according to the coast guard"."""
    words, tokens = scene.language.discourse, scene.tokens
    ends = scene.reporting
    stops = words.prepositions - words.belonging | words.relatives | words.auxiliaries
    last = index + 1
    while last < len(tokens) and last - index <= _PLAIN and last not in ends:
        if tokens[last].kind is TokenKind.SYMBOL and tokens[last].word != "-":
            break
        is_over = last > index + 1 and _is_done(scene, last)
        if tokens[last].word in stops or _is_date(scene, last) or is_over:
            break
        last += 1
    return _Candidate(index, last) if last - index > 1 else None


def _described(scene: Scene, index: int) -> int:
    """Pass over what describes an office behind its article: "a European military | official"."""
    tokens, prepositions = scene.tokens, scene.language.discourse.prepositions
    ends = scene.reporting
    for place in range(index, min(index + _DESCRIBED, len(tokens))):
        if _is_title(scene, place):
            return place
        token = tokens[place]
        is_plain = token.kind is TokenKind.WORD and token.word not in prepositions
        if not is_plain or place in ends or _is_date(scene, place):
            break
    return index


def _apposed_name(scene: Scene, index: int) -> _Candidate | None:
    """Return the name set beside an office: "the spokesman, John Kirby,"."""
    tokens = scene.tokens
    if index < len(tokens) and tokens[index].word == ",":
        index += 1
    if index < len(tokens) and is_capital(scene, index):
        last = name_end(scene, index)
        return _Candidate(index, last) if last - index >= 2 else None
    return None


def _ahead(scene: Scene, verb: int) -> _Candidate | None:
    """
    Return the speaker before a verb: the nearest name or office that no preposition governs.

    A pronoun at the verb ("they say", "a-t-elle dit") stands for someone named elsewhere.
    """
    if is_pronoun_at(scene, verb):
        return None
    whole = _clause_subject(scene, verb)
    if whole is not None:
        return whole
    index = verb - 1
    lowest = max(verb - _REACH, 0)
    while index >= lowest:
        is_name = is_capital(scene, index) and not _is_number(scene, index)
        if (is_name or _is_title(scene, index)) and not _is_date(scene, index):
            first = start_of_name(scene, index)
            if not _is_governed(scene, first):
                return _full(scene, first, index, verb)
            index = first
        index -= 1
    return None


def _clause_subject(scene: Scene, verb: int) -> _Candidate | None:
    """
    Return what stands between a mark and the verb where it is no more than an article and a noun.

    Of "a ferry sank off Ravel, the coast guard said" it is not Ravel that said so.
    """
    tokens = scene.tokens
    for index in range(verb - 2, max(verb - 2 - _PLAIN, -1), -1):
        if tokens[index].word in _articles(scene):
            is_opening = index == 0 or tokens[index - 1].kind is TokenKind.SYMBOL
            found = _nameless(scene, index) if is_opening else None
            return found if found is not None and found.last == verb else None
        if tokens[index].kind is TokenKind.SYMBOL or is_capital(scene, index):
            return None
    return None


def is_pronoun_at(scene: Scene, verb: int) -> bool:
    """Whether a pronoun stands before a verb, its auxiliaries passed over: "he was jailed"."""
    words = scene.language.discourse
    index = verb - 1
    while index > 0 and scene.tokens[index].word in words.auxiliaries | words.passives:
        index -= 1
    return _is_pronoun(scene, index)


def _is_pronoun(scene: Scene, index: int) -> bool:
    tokens = scene.tokens
    return 0 <= index < len(tokens) and tokens[index].word in scene.language.discourse.pronouns


def _full(scene: Scene, first: int, index: int, verb: int) -> _Candidate:
    """Widen a candidate to its whole phrase; an office is followed by what it is of."""
    if is_capital(scene, first) and not _is_lone_title(scene, first):
        last = name_end(scene, first)
        last += 1 if _is_adjective(scene, first, last) and last + 1 <= verb else 0
        return _Candidate(_with_office(scene, first), min(last, verb))
    named = _name_before(scene, first)
    if named is not None:
        return named
    last = min(_end_of_phrase(scene, index), verb)
    if _does_more(scene, index + 1, last):
        last = index + 1
    while last > index + 1 and scene.tokens[last - 1].word in scene.language.discourse.auxiliaries:
        last -= 1
    return _Candidate(_office_start(scene, first), last)


def _does_more(scene: Scene, first: int, last: int) -> bool:
    """Whether words behind an office are no part of it: "the agency | put it at 6.1 and said"."""
    return first < last and (
        scene.tokens[last - 1].word in scene.language.sentences.list_words
        or any(_is_number(scene, index) for index in range(first, last))
    )


def _is_lone_title(scene: Scene, index: int) -> bool:
    """Whether a capital only writes an office, which nobody's name follows: "der Minister"."""
    return _is_title(scene, index) and name_end(scene, index) == index + 1


def _is_adjective(scene: Scene, first: int, last: int) -> bool:
    """Whether a name is that of a people before a noun: "Ukrainian forces"."""
    if last >= len(scene.tokens) or scene.tokens[last].kind is not TokenKind.WORD:
        return False
    words = scene.language.discourse
    if scene.tokens[last].word in words.auxiliaries | words.passives | words.prepositions:
        return False
    return any(
        (name.first, name.last) == (first, last) and name.payload.form == "demonym"
        for name in scene.names
    )


def _office_start(scene: Scene, first: int) -> int:
    """Begin at the article of an office, with what describes it: "the Lithuanian minister"."""
    words, tokens = scene.language.discourse, scene.tokens
    for index in range(first - 1, max(first - 1 - _DESCRIBED, -1), -1):
        word = tokens[index].word
        if word in words.articles:
            return index
        if tokens[index].kind is not TokenKind.WORD or word in words.prepositions:
            break
    return first


def _with_office(scene: Scene, first: int) -> int:
    """Begin at the office that a name is joined to ("the Biden administration"), or its article."""
    if first > 0 and _is_title(scene, first - 1):
        first -= 1
    return _with_article(scene, first)


def _with_article(scene: Scene, first: int) -> int:
    """Begin at the article before a name or office."""
    return first - 1 if first > 0 and scene.tokens[first - 1].word in _articles(scene) else first


def _name_before(scene: Scene, office: int) -> _Candidate | None:
    """Return the name an office is set beside: "Anna Martin, the minister,"."""
    comma = _with_article(scene, office) - 1
    if comma < 1 or scene.tokens[comma].word != "," or not is_capital(scene, comma - 1):
        return None
    first = start_of_name(scene, comma - 1)
    return None if _is_governed(scene, first) else _Candidate(first, comma)


# --------------------------------------------------------------------------- words and names


def _articles(scene: Scene) -> frozenset[str]:
    return scene.language.discourse.articles


def _is_date(scene: Scene, index: int) -> bool:
    return index in scene.dated


def _is_number(scene: Scene, index: int) -> bool:
    """Whether a word is a number that merely opens a sentence: "Nine miners died"."""
    return any(
        quantity.mention.number_first <= index < quantity.mention.number_last
        for quantity in scene.quantities
    )


def _is_title(scene: Scene, index: int) -> bool:
    return any(cue.first == index for cue in scene.cues.get("title", ()))


def _end_of_phrase(scene: Scene, index: int) -> int:
    """Walk on to the mark, verb of saying or date that ends an office."""
    ends = scene.reporting
    openers = scene.language.sentences.clause_words
    last = index + 1
    while last < len(scene.tokens) and last - index < LONGEST:
        token = scene.tokens[last]
        is_mark = token.kind is TokenKind.SYMBOL and token.word != "-"
        is_over = last in ends or token.word in openers or _is_done(scene, last)
        if is_mark or is_over or _is_date(scene, last):
            break
        last += 1
    return last


def _is_done(scene: Scene, index: int) -> bool:
    """Whether a participle tells what befell a source: "a statement | issued on Monday"."""
    tokens, endings = scene.tokens, scene.language.quantities.participles
    if index + 1 >= len(tokens) or not tokens[index].word.endswith(tuple(endings)):
        return False
    following = tokens[index + 1]
    is_over = following.kind is TokenKind.SYMBOL or _is_date(scene, index + 1)
    return is_over or following.word in scene.language.discourse.prepositions


def _is_governed(scene: Scene, index: int) -> bool:
    """Whether a preposition stands before a name, articles passed over."""
    index -= 1
    while index >= 0 and scene.tokens[index].word in _articles(scene):
        index -= 1
    return index >= 0 and scene.tokens[index].word in scene.language.discourse.prepositions
