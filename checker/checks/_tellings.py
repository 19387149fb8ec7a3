"""How an article tells a figure: the words around it, its date and speaker, for two to be alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from unicodedata import combining, normalize

from checker.checks._case import Case, is_figure, tokens_of
from checker.claims.book import RuleBook, make_names, make_rule_book
from checker.claims.polarity import asserts_nothing, polarity_of
from checker.claims.scene import Region, Scene
from checker.claims.setting import set_scene
from checker.claims.speakers import speaker_of
from checker.dates import DateMention
from checker.model import Language, Quantity, Sentence, TokenKind
from checker.rows import NamedTuple
from checker.text import fold_word

# Beside the noun, that many words at least make two sentences one statement.
_LEAST_SHARED = 3
# News of today tell of the last days.
_RECENT = timedelta(days=8)
_SOON = timedelta(days=1)
# "Kills" and "killed" begin with so many letters ("mata" and "mató" with fewer), and end in at most
# so many of their own.
_STEM = 4
_SHORTEST_STEM = 3
_ENDING = 3
_VOWELS = frozenset("aeiouy")
_QUOTES = frozenset('"“”«»„')
_FULL_STOPS = frozenset(".!?…:;,")


class Word(NamedTuple):
    """A word beside a number; `is_name` by its capital, `is_placed` behind a preposition."""

    word: str
    is_name: bool
    is_placed: bool


class Telling(NamedTuple):
    """
    What stands around a figure: the words of its clause, without its noun, date and speaker.

    `dates` are what its sentence says of time, `is_line` that no full stop ends it: a headline, a
    heading, a caption. `is_recent` holds if no date leads away from the days of the article.
    `moved` are words of the sentence that may place it at another moment, or tell of another thing.
    """

    words: tuple[Word, ...]
    dates: tuple[str, ...]
    is_recent: bool
    speaker: str
    is_line: bool
    moved: frozenset[str] = frozenset()

    def repeats(self, other: Telling) -> bool:
        """Whether two figures are told of the same, by the same, at the same time."""
        if (self.is_line and other.is_line) or self.moved != other.moved:
            return False
        return self._has_same_voice(other) and self._has_same_time(other) and self._has_same(other)

    def _has_same_voice(self, other: Telling) -> bool:
        silent = [one for one in (self, other) if not one.speaker]
        return self.speaker == other.speaker or any(one.is_line for one in silent)

    def _has_same_time(self, other: Telling) -> bool:
        if self.dates == other.dates:
            return True
        return not (self.dates and other.dates) and self.is_recent and other.is_recent

    def _has_same(self, other: Telling) -> bool:
        """Whether the words of one are those of the other, but for one where it has no name."""
        short, long = sorted((self, other), key=lambda one: len(one.words))
        is_line, left, shared = short.is_line or long.is_line, list(long.words), []
        for word in short.words:
            found = next((one for one in left if _are_alike(word.word, one.word, is_line)), None)
            if found is None:
                return False
            left.remove(found)
            shared.append(word.is_name or found.is_name)
        are_plain = all(not one.is_name and not one.is_placed for one in left)
        is_sure = is_line or any(shared)
        return len(left) <= is_line and are_plain and is_sure and len(shared) >= _LEAST_SHARED


def _are_alike(one: str, other: str, is_line: bool) -> bool:
    """Whether two words are one; headlines change the tense of a verb."""
    if one == other or not is_line:
        return one == other
    one, other = _plain(one), _plain(other)
    if one == other:
        return True
    if _skeleton(one) == _skeleton(other):
        return True
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    stem = max(min(_STEM, len(one) - 1, len(other) - 1), _SHORTEST_STEM)
    return same >= stem and max(len(one), len(other)) - same <= _ENDING


def _skeleton(word: str) -> str:
    """Leave out the vowels within a word and its last "s": "sinks" and "sank" are one verb."""
    inside = "".join(one for one in word[1:] if one not in _VOWELS)
    return word[:1] + inside.removesuffix("s")


def _plain(word: str) -> str:
    """Write a word without accents: "tue" and "tué" are forms of one verb."""
    return "".join(one for one in normalize("NFD", word) if not combining(one))


def is_sharp(quantity: Quantity) -> bool:
    """Whether a quantity is a level with one number of something."""
    is_thing = bool(quantity.unit) and quantity.kind in (
        "count",
        "currency",
        "dimension",
        "percent",
    )
    return is_thing and is_figure(quantity) and quantity.expected is not None


class Teller:
    """Reads how the figures of one article are told, each sentence once and only when asked."""

    def __init__(self, case: Case) -> None:
        self.case, self.language = case, case.setting.language
        self.stops = _stop_words(self.language)
        self.book: RuleBook | None = None
        self.scenes: dict[int, Scene] = {}
        self.seen: dict[int, frozenset[str]] = {}

    def may_repeat(self, one: Quantity, other: Quantity) -> bool:
        """Whether two sentences share enough words, and two figures their noun."""
        if one.mention.sentence.span == other.mention.sentence.span:
            return False
        if self.noun(one) != self.noun(other):
            return False
        return len(self.stems(one) & self.stems(other)) >= _LEAST_SHARED

    def noun(self, quantity: Quantity) -> str:
        """Return the noun phrase of a count with its number left open: "coal miner"."""
        *modifiers, _ = fold_word(quantity.noun or " ").split(" ")
        return " ".join(modifiers) if quantity.kind == "count" else ""

    def stems(self, quantity: Quantity) -> frozenset[str]:
        """Return the beginnings of the words of a sentence that say something."""
        start = quantity.mention.sentence.span.start
        if start not in self.seen:
            words = (token.word for token in tokens_of(quantity) if token.kind is TokenKind.WORD)
            self.seen[start] = frozenset(word[:_STEM] for word in words if word not in self.stops)
        return self.seen[start]

    def telling(self, quantity: Quantity) -> Telling | None:
        """Return how a figure is told; None where it may be one of several, or none at all."""
        scene = self.scene(quantity)
        region = scene.conjunct_of(quantity)
        if not self.is_plain(scene, quantity, region):
            return None
        speaker = speaker_of(scene, quantity) or ""
        return Telling(
            self.words(scene, quantity, region, speaker),
            tuple(str(one.period) if one.period else one.text for one in scene.dates),
            all(self.is_recent(one) for one in scene.dates),
            fold_word(speaker),
            self.is_line(scene.sentence),
            self.moved(scene),
        )

    def is_plain(self, scene: Scene, quantity: Quantity, region: Region) -> bool:
        """Whether a figure is asserted, alone of its kind, of something that is named."""
        words = self.language.discourse
        quotes = _QUOTES & {token.word for token in scene.tokens}
        inside = {token.word for token in scene.tokens[region.first : region.last]}
        is_alone = all(
            one is quantity
            or (
                (one.kind, one.unit) != (quantity.kind, quantity.unit)
                and not (region.first <= one.first < region.last)
            )
            for one in scene.quantities
        )
        return (
            is_alone
            and not quotes
            and not inside & words.pronouns
            and not asserts_nothing(scene, quantity)
            and self.is_settled(scene, quantity)
        )

    def is_settled(self, scene: Scene, quantity: Quantity) -> bool:
        """Whether a figure is asserted, or a plan that is told as sure: "will cut 340 jobs"."""
        polarity = polarity_of(scene, quantity)
        plans = scene.cues.get("planned", ())
        futures = self.language.checks.futures
        is_sure = all(scene.tokens[cue.first].word in futures for cue in plans)
        return polarity == "asserted" or (polarity == "planned" and is_sure)

    def moved(self, scene: Scene) -> frozenset[str]:
        """Return the words that may place a sentence at another moment, but those of a source."""
        words = self.language
        known = words.discourse.further | words.checks.revised | words.numbers.fractions.keys()
        sources = {at for cue in scene.sources for at in range(cue.first, cue.last)}
        return frozenset(
            token.word
            for at, token in enumerate(scene.tokens)
            if token.word in known and at not in sources
        )

    def words(
        self, scene: Scene, quantity: Quantity, region: Region, speaker: str
    ) -> tuple[Word, ...]:
        """Return the words of a clause that say what is counted, where and by whom."""
        left_out = set(range(quantity.first, quantity.last))
        left_out.update(at for one in scene.dates for at in range(one.first, one.last))
        cues = scene.sources
        left_out.update(at for cue in cues for at in range(cue.first, cue.last))
        is_told = any(region.holds(cue) for cue in cues)
        told = set(fold_word(speaker).split()) if is_told else set()
        start = next(at for at, one in enumerate(scene.tokens) if one.kind is TokenKind.WORD)
        places = [
            at
            for at in range(region.first, region.last)
            if at not in left_out and self.tells(scene, at) and scene.tokens[at].word not in told
        ]
        capitals = [at for at in places if scene.text[scene.tokens[at].start].isupper()]
        # In a headline of capitals none of them makes a name.
        names = set(capitals) if 2 * len(capitals) <= len(places) + 1 else set()
        return tuple(
            Word(scene.tokens[at].word, at > start and at in names, self.is_placed(scene, at))
            for at in places
        )

    def tells(self, scene: Scene, at: int) -> bool:
        """Whether a word says something."""
        token = scene.tokens[at]
        futures = self.language.checks.futures
        is_word = token.kind is TokenKind.WORD
        return is_word and token.word not in self.stops and token.word not in futures

    def is_placed(self, scene: Scene, at: int) -> bool:
        """Whether a preposition stands before a word, or before its article."""
        words = self.language.discourse
        before = at - 1
        while before >= 0 and scene.tokens[before].word in words.articles - words.prepositions:
            before -= 1
        return before >= 0 and scene.tokens[before].word in words.prepositions

    def is_recent(self, told: DateMention) -> bool:
        """Whether a date is of the days of the article."""
        if told.granularity != "day" or told.relation != "on":
            # "By Friday" there may be more.
            return False
        published: date | None = self.case.article.published
        if told.period is None or published is None:
            return told.period is None
        first, last = published - _RECENT, published + _SOON
        return first <= told.period.first and told.period.last <= last

    def is_line(self, sentence: Sentence) -> bool:
        """Whether a sentence is all of its line, and no full stop ends it."""
        text, span = self.case.article.text, sentence.span
        after = text[span.end : span.end + 1]
        return text[span.end - 1] not in _FULL_STOPS and after in ("", "\n", "\r")

    def scene(self, quantity: Quantity) -> Scene:
        """Return the sentence of a quantity as the rules see it."""
        sentence = quantity.mention.sentence
        found = self.scenes.get(sentence.span.start)
        if found is None:
            if self.book is None:
                self.book = make_rule_book((), self.language, make_names(self.language, ()))
            own = [q for q in self.case.quantities if q.mention.sentence.span == sentence.span]
            article = self.case.article
            found = Scene(article.text, sentence, self.language, own, article.published)
            self.scenes[sentence.span.start] = set_scene(found, self.book)
        return found


def _stop_words(language: Language) -> frozenset[str]:
    """Return the words that join others and say nothing of their own."""
    words = language.discourse
    tables: Iterable[Iterable[str]] = (
        language.stop_words,
        words.articles,
        words.prepositions,
        words.auxiliaries,
        words.passives,
        words.relatives,
        words.that,
        words.possessives,
    )
    return frozenset(word for table in tables for word in table)
