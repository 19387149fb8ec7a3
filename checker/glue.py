"""
Number words written as one word: "zweihundertfünfunddreißigtausend", "ventotto", "driehonderd".

A word is cut only when all of it is one number of its language, or one with an end behind it, so
that a word which merely begins like a number ("Dreieck") stays whole. No language is named here.
"""

from __future__ import annotations

from checker.model.language import GlueWords
from checker.values import field, record

# Longer words are no numbers; the longest German one below a million has 63 letters.
_LONGEST = 100
# What stood before a place in a word: nothing, a number, tens, a magnitude, a joiner, an end.
_NOTHING, _NUMBER, _TENS, _SCALE, _JOINER, _END, _FRACTION = range(7)
_COMPLETE = frozenset({_NUMBER, _TENS, _SCALE, _END, _FRACTION})


@record
class Glue:
    """
    Cuts the glued number words of one language.

    `pieces` tells what each piece may be, `forms` which number word a piece stands for.
    """

    words: GlueWords
    forms: dict[str, str] = field(init=False)
    pieces: dict[str, tuple[int, ...]] = field(init=False)
    longest: int = field(init=False)

    def __post_init__(self) -> None:
        """Say of every piece what it may be."""
        words = self.words
        self.forms = dict(words.forms)
        known = {*words.numbers, *words.scales, *words.joiners, *words.ends, *self.forms}
        known |= words.fractions
        self.pieces = {piece: self._roles(self.forms.get(piece, piece)) for piece in known}
        self.longest = max(map(len, known), default=0)

    def _roles(self, word: str) -> tuple[int, ...]:
        words = self.words
        roles = []
        if word in words.numbers:
            roles.append(_TENS if word in words.tens else _NUMBER)
        roles += [_SCALE] if word in words.scales else []
        roles += [_JOINER] if word in words.joiners else []
        roles += [_FRACTION] if word in words.fractions else []
        roles += [_END] if word in words.ends else []
        return tuple(roles)

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the pieces of a glued word, whose letters add up to it; none for another word."""
        if word in self.words.whole or len(word) > _LONGEST:
            return ()
        found = self._cut(word, 0, _NOTHING, set())
        return tuple(found) if found is not None and len(found) > 1 else ()

    def _cut(self, word: str, at: int, before: int, dead: set[tuple[int, int]]) -> list[str] | None:
        """Cut the rest of a word, the longest pieces first; `dead` holds what has been tried."""
        if at == len(word):
            return [] if before in _COMPLETE else None
        if (at, before) in dead:
            return None
        for end in range(min(len(word), at + self.longest), at, -1):
            piece = word[at:end]
            for role in self.pieces.get(piece, ()):
                if not self._may_follow(before, role, piece):
                    continue
                rest = self._cut(word, end, role, dead)
                if rest is not None:
                    return [piece, *rest]
        dead.add((at, before))
        return None

    def _may_follow(self, before: int, role: int, piece: str) -> bool:
        """Whether a piece goes on with the number, by what stands before it."""
        if role in (_NUMBER, _TENS):
            is_unit = self.forms.get(piece, piece) in self.words.units
            return before in (_NOTHING, _SCALE, _JOINER) or (before == _TENS and is_unit)
        if role == _SCALE:
            return before not in (_JOINER, _END)
        if role == _JOINER:
            return before == _SCALE
        if role == _FRACTION:
            return before in (_NOTHING, _NUMBER, _TENS)
        return before in _COMPLETE
