"""The counted noun behind a number: where its phrase ends and which word is its head."""

from __future__ import annotations

from collections.abc import Container, Sequence

from checker.compounds import ends_phrase, initials_end, is_prefix
from checker.model import Language, Token, TokenKind
from checker.model.language import QuantityWords
from checker.phrases import touches
from checker.plurals import is_plural, singular
from checker.rows import NamedTuple

__all__ = ["NounPhrase", "Written", "is_plural", "joined_noun", "noun_phrase", "singular"]

_WORD, _NUMBER = TokenKind.WORD, TokenKind.NUMBER
# Longer phrases than this are clauses that the stop words did not end.
_LONGEST = 7
# The digits of an airliner: "737".
_TYPE = 3


class NounPhrase(NamedTuple):
    """The half-open tokens of a counted noun phrase; `unit` is the singular of its head."""

    first: int
    last: int
    head: int
    unit: str


class Written(NamedTuple):
    """The tokens of a sentence with the `text` of their article, which tells capitals."""

    tokens: Sequence[Token]
    text: str

    def is_capital(self, index: int) -> bool:
        """Whether the token at `index` is written with a capital."""
        return self.text[self.tokens[index].start].isupper()


def noun_phrase(
    written: Written, index: int, language: Language, is_one: bool
) -> NounPhrase | None:
    """
    Return the noun phrase that begins at `index`, or None when no noun stands there.

    `is_one` says that a singular is expected.
    """
    designation = _designation(written.tokens, index, language)
    if designation is not None:
        return designation
    run = _Run(written, index, language, is_one)
    if run.last <= index:
        return None
    if language.quantities.has_capital_nouns:
        return run.head_capital(written)
    if language.quantities.is_head_first:
        return run.head_first(language.numbers.of)
    return run.head_last()


def _designation(tokens: Sequence[Token], index: int, language: Language) -> NounPhrase | None:
    """Return a type of machine in the plural, counted by its name: "two Su-34s", "six 737s"."""
    at = index + (index < len(tokens) and tokens[index].word in language.numbers.names)
    is_type = at + 1 < len(tokens) and tokens[at + 1].word in language.dates.plural_endings
    is_type = is_type and tokens[at].kind == _NUMBER and touches(tokens, at + 1)
    if is_type and len(tokens[at].word) == _TYPE:
        return NounPhrase(index, at + 2, at, tokens[at].word)
    if index + 3 >= len(tokens) or tokens[index + 1].word != "-":
        return None
    name, _, number, ending = tokens[index : index + 4]
    is_joined = all(touches(tokens, index + step) for step in (1, 2, 3))
    is_type = is_joined and (name.kind, number.kind) == (_WORD, _NUMBER)
    if not is_type or ending.word not in language.dates.plural_endings:
        return None
    return NounPhrase(index, index + 4, index, f"{name.word}-{number.word}")


def joined_noun(tokens: Sequence[Token], index: int, language: Language) -> NounPhrase | None:
    """Return the one noun that a hyphen joins to a number: "a 100-page report"."""
    words = language.quantities
    if index >= len(tokens) or tokens[index].kind != _WORD or tokens[index].word in words.stops:
        return None
    return NounPhrase(index, index + 1, index, singular(tokens[index].word, words))


class _Run:
    """The unbroken run of words from `index` that may be a noun phrase; it ends before `last`."""

    __slots__ = ("first", "is_one", "last", "names", "numbers", "of", "text", "tokens", "words")

    def __init__(self, written: Written, index: int, language: Language, is_one: bool) -> None:
        """Find where the run ends: at a function word, a mark, or after too many words."""
        self.tokens, self.text = written
        self.words = language.quantities
        self.numbers: Container[str] = language.numbers.adders
        self.of: Container[str] = language.numbers.of
        self.names: Container[str] = language.numbers.names
        self.is_one = is_one
        self.first = index
        self.last = self._end(index)

    def _end(self, index: int) -> int:
        tokens, last, at = self.tokens, index, index
        stop = min(len(tokens), index + _LONGEST)
        while at < stop:
            token = tokens[at]
            if token.kind == _WORD:
                is_stop = token.word in self.words.stops and self._is_stop(at)
                if is_stop or token.word.endswith("'"):
                    break
                end = at + 1
                if len(token.word) == 1 and not self._is_letter(at) and not self._is_named(at):
                    end = initials_end(tokens, self.text, at)
                    if end == at:
                        break
                last = at = end
            elif token.word == "-" and touches(tokens, at) and touches(tokens, at + 1):
                # A compound counts as one word.
                at, stop = at + 1, min(len(tokens), stop + 2)
            elif at > index + 1 and tokens[at].kind == _NUMBER and self._is_model(at):
                # "Su-35 jets": the number belongs to the name.
                at += 1
                last = at
            elif at > index and token.kind == _NUMBER and self._is_named(at):
                # "Leopard 2 tanks".
                at += 1
            else:
                break
        return last

    def _is_stop(self, at: int) -> bool:
        """Whether the function word at `at` ends the phrase."""
        is_alone = not self._compound_end(at)
        return is_alone and ends_phrase(self.tokens, self.text, at, self.words)

    def _is_letter(self, at: int) -> bool:
        """Whether one letter begins a name or noun: "S-300 batteries", "T-shirts"."""
        tokens = self.tokens
        if is_prefix(tokens, at, self.words):
            return True
        if at + 3 >= len(tokens) or tokens[at + 2].kind != _NUMBER or not self._is_model(at + 2):
            return False
        is_joined = tokens[at + 3].word == "-" and touches(tokens, at + 3)
        return is_joined or (tokens[at + 3].kind == _WORD and not touches(tokens, at + 3))

    def _is_named(self, at: int) -> bool:
        """Whether a name before it takes what stands at `at`: "Leopard 2 tanks", "Model S cars"."""
        tokens = self.tokens
        is_name = at > self.first and tokens[at - 1].word in self.names
        if not is_name or at + 1 >= len(tokens):
            return False
        # "Boeing 787-9 jets".
        is_model = tokens[at + 1].word == "-" and touches(tokens, at + 1)
        return is_model or tokens[at + 1].kind == _WORD

    def _is_model(self, at: int) -> bool:
        """Whether a hyphen joins the number at `at` to a word before it."""
        tokens = self.tokens
        return tokens[at - 1].word == "-" and touches(tokens, at) and touches(tokens, at - 1)

    def _phrase(self, head: int, last: int) -> NounPhrase | None:
        word = self.tokens[head].word
        is_code = any(letter.isdecimal() for letter in word) and not is_plural(word, self.words)
        if is_code or len(word) == 1:
            # A code ("m212") and a letter are never counted, but a type is: "two A320s".
            return None
        unit = singular(self.tokens[head].word, self.words)
        if head - 2 >= self.first and is_prefix(self.tokens, head - 2, self.words):
            unit = f"{self.tokens[head - 2].word}-{unit}"
        return NounPhrase(self.first, last, head, unit)

    # ------------------------------------------------------------------ head last

    def head_last(self) -> NounPhrase | None:
        """Find the head of "armoured vehicles": the first plural, or one right behind it."""
        tokens, words = self.tokens, self.words
        word = tokens[self.first].word
        if word in words.verbs and not is_plural(word, words):
            return None
        if not self.is_one:
            head = self._plural(self.first, self.last)
            if head < 0:
                head = self._plural_behind()
            if head >= 0:
                return self._phrase(head, self._with_second(head + 1, ()))
        head = self._single()
        return None if head < 0 else self._phrase(head, head + 1)

    def _plural_behind(self) -> int:
        """Return the plural behind a second adjective ("digital and physical sales"), or -1."""
        if self.last >= len(self.tokens) or not self._is_listed():
            return -1
        end = self._end(self.last + 1)
        head = self._plural(self.last + 1, end)
        # "A drug and shingles vaccine" counts no shingles.
        goes_on = 0 <= head < end - 1 and not _is_verbal(self.tokens[head + 1].word, self.words)
        return -1 if goes_on else head

    def _is_listed(self) -> bool:
        """Whether what follows the run goes on with it: "digital and", "of small,"."""
        tokens, mark = self.tokens, self.tokens[self.last].word
        # "It killed 300 overnight, officials said".
        is_adjective = mark == "," and self.first > 0 and tokens[self.first - 1].word in self.of
        return mark in self.words.joins or is_adjective

    def _plural(self, index: int, end: int) -> int:
        """Return the first plural, or the one right behind it ("sales executives"), or -1."""
        tokens, words = self.tokens, self.words
        for at in range(index, end):
            word = tokens[at].word
            if word in self.names and at + 1 < end and tokens[at + 1].kind == _NUMBER:
                # "Airbus 350 jets".
                continue
            is_free = word not in words.stops
            if is_free and tokens[at].kind == _WORD and is_plural(word, words):
                return at + 1 if at + 1 < end and self._goes_on(at + 1) else at
            if word in words.verbs and at > index and tokens[at - 1].word != "-":
                # "Iranian-made drones" goes on, "drones made" does not.
                return -1
        return -1

    def _goes_on(self, at: int) -> bool:
        """Whether a word behind a plural is one itself and no verb ("fouls proves it")."""
        tokens, words = self.tokens, self.words
        word = tokens[at].word
        if tokens[at].kind != _WORD or not is_plural(word, words) or word in words.people:
            return False
        if _is_verbal(word, words):
            return False
        return at + 1 >= len(tokens) or tokens[at + 1].word not in words.determiners

    def _single(self) -> int:
        """Choose the head of a run without a plural: "one armoured vehicle"."""
        tokens, words = self.tokens, self.words
        last = self.first
        for at in range(self.first, self.last):
            word = tokens[at].word
            # Behind one noun a word in -s is a verb: "one proposal asks the board".
            if at > self.first and (_is_verbal(word, words) or is_plural(word, words)):
                break
            if tokens[at].kind == _WORD:
                last = at
        word = tokens[self.first].word
        if last == self.first:
            is_loose = word.endswith(words.participles) and not self.is_one
            is_loose = is_loose or word.endswith(words.adverbs)
            return -1 if is_loose or word in words.adjectives else last
        is_hyphened = tokens[self.first + 1].word == "-"
        if not self.is_one and word in words.adjectives and not is_hyphened:
            # "It killed 43 Tuesday night".
            return -1
        return last if self.is_one else self.first

    # ------------------------------------------------------------------ head first

    def head_first(self, of: Container[str]) -> NounPhrase | None:
        """Find the head of "nouveaux drones kamikazes": the first word but leading adjectives."""
        tokens, words = self.tokens, self.words
        head = self.first
        end = self._compound_end(head)
        while not end and head + 1 < self.last and tokens[head].word in words.adjectives:
            head += 1
            end = self._compound_end(head)
        if end:
            parts = [self._part(token.word) for token in tokens[head : end - 1]]
            unit = "".join((*parts, singular(tokens[end - 1].word, words)))
            return NounPhrase(self.first, self._with_second(end, of), end - 1, unit)
        word = tokens[head].word
        is_adjective = word in words.adjectives and word not in words.people
        if tokens[head].kind != _WORD or is_adjective or len(word) == 1:
            return None
        if not self.is_one and not is_plural(word, words) and word not in self.names:
            # Names of machines have no plural: "six Rafale".
            return None
        last = head + 1
        while last < self.last and tokens[last].word not in words.verbs:
            if tokens[last].kind == _WORD and not is_plural(tokens[last].word, words):
                break
            last += 1
        while last > head + 1 and tokens[last - 1].kind != _WORD:
            last -= 1
        return self._phrase(head, self._with_second(last, of))

    def _part(self, word: str) -> str:
        """Return the singular of the first part of a compound: "petits-enfants", not "sous-"."""
        single = singular(word, self.words)
        return single if single in self.words.noun_prefixes else word

    def _compound_end(self, at: int) -> int:
        """Return where "sous-marins" or "lance-roquettes" ends that begins at `at`, or 0."""
        tokens, words, last = self.tokens, self.words, at
        if tokens[at].word not in words.noun_prefixes:
            return 0
        while last + 2 < len(tokens) and tokens[last + 1].word == "-":
            if not (touches(tokens, last + 1) and touches(tokens, last + 2)):
                break
            last += 2
        word = tokens[last].word
        is_noun = last > at and tokens[last].kind == _WORD and word not in words.stops
        return last + 1 if is_noun and (self.is_one or is_plural(word, words)) else 0

    # ------------------------------------------------------------------ capital

    def head_capital(self, written: Written) -> NounPhrase | None:
        """Find the head of "russische Kampfpanzer": the first capital, behind adjectives only."""
        tokens, words = self.tokens, self.words
        head, end = self.first, self.last
        is_pair = self._is_second_adjective(written, end)
        if is_pair:
            # "Getötete oder verletzte Soldaten".
            self.last = end = self._end(end + 1)
        while head < end and not written.is_capital(head):
            if head > self.first and tokens[head].word in words.joins:
                head += 1
                continue
            word = tokens[head].word
            is_adjective = word in words.adjectives or word.endswith(words.adjective_endings)
            is_verb = word in words.verbs and not is_pair
            if not is_adjective or is_verb or tokens[head].kind != _WORD:
                return None
            head += 1
        while head + 1 < end and tokens[head].word in words.adjectives:
            # "Berliner Schüler", written with a capital too.
            head += 1
        if head >= end or not written.is_capital(head):
            return None
        while head + 2 < end and tokens[head + 1].word == "-":
            # "Leopard-2-Panzer".
            head += 2
        if tokens[head].kind != _WORD:
            return None
        last = self._with_capital(written, head + 1)
        unit = tokens[head].word
        unit = words.plurals.get(unit, unit) if self.is_one else singular(unit, words)
        return NounPhrase(self.first, last, head, unit)

    def _is_second_adjective(self, written: Written, end: int) -> bool:
        """Whether the run is one adjective, which a joining word at `end` links to another."""
        tokens, words = self.tokens, self.words
        if end != self.first + 1 or end + 2 >= len(tokens) or tokens[end].word not in words.joins:
            return False
        return all(
            not written.is_capital(at) and tokens[at].word.endswith(words.adjective_endings)
            for at in (self.first, end + 1)
        )

    def _with_capital(self, written: Written, last: int) -> int:
        """Include a second noun: "Panzer und Hubschrauber"."""
        tokens, words = self.tokens, self.words
        if last + 1 >= len(tokens) or tokens[last].word not in words.joins:
            return last
        word = tokens[last + 1].word
        is_noun = tokens[last + 1].kind == _WORD and written.is_capital(last + 1)
        return last + 2 if is_noun and word not in words.stops and is_plural(word, words) else last

    # ------------------------------------------------------------------ both

    def _with_second(self, last: int, of: Container[str]) -> int:
        """Include a second noun: "planes and helicopters", "drones et de missiles"."""
        tokens, words = self.tokens, self.words
        if last + 1 >= len(tokens) or tokens[last].word not in words.joins:
            return last
        at = last + 1
        if tokens[at].word in of:
            at += 1
        if at >= len(tokens) or tokens[at].kind != _WORD:
            return last
        word = tokens[at].word
        if word in words.stops or word in words.verbs or not is_plural(word, words):
            return last
        if word in self.numbers:
            # "Dez navios e duas barcaças".
            return last
        is_verb = at + 1 < len(tokens) and tokens[at + 1].word in words.determiners
        # "14 people and wounded 3" and "14 dead and wounded 3", but "the dead and wounded".
        is_verb = is_verb or (word in words.people and tokens[last - 1].word not in words.people)
        return last if is_verb or (word in words.people and self._is_number(at + 1)) else at + 1

    def _is_number(self, at: int) -> bool:
        """Whether a number stands at `at`, in digits or in a word."""
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        return token.kind == _NUMBER or token.word in self.numbers


def _is_verbal(word: str, words: QuantityWords) -> bool:
    """Whether a word behind the noun is a verb or participle ("drones attacking", "drones hit")."""
    return word in words.verbs or word.endswith(words.participles)
