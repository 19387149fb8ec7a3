"""What is sold: the name of a product that a price, a size or a figure of sales is told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.book import Term
from checker.claims.datelines import body_start
from checker.claims.names import is_person, names_in, opens_sentence
from checker.claims.scene import Region, Scene
from checker.claims.speakers import is_capital
from checker.lexicon import Hit
from checker.model import FacetMatch, Quantity, TokenKind

# So many words may describe a product between its article and its name: "the smaller new Zephyr".
_DESCRIBED = 3
# And so many clauses between its name and a figure: "the Zephyr, a tablet, in May, at $9".
_CLAUSES_BACK = 3
# A price that opens a sentence stands behind so many words: "With a starting price of | $299, the".
_LONGEST_OPENING = 6
# Letters that make a number an ordinal: "2nd", "3ème"; longer ones are words.
_LONGEST_ENDING = 4
# Letters of a unit behind a number that names a model: "the 16 | Go model".
_LONGEST_UNIT = 2
# Digits in the number of a product: "Zephyr 12".
_LONGEST_NUMBER = 2


def product_of(
    scene: Scene, quantity: Quantity, facet: str, terms: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """
    Return the product a figure is of: "the $249 Zephyr Mini", "the Zephyr Mini costs $249".

    Who says so sells it and is no product, and the owner of a thing is none either. Of a firm and
    its product the one with an article is the product: "Calden unveiled the Zephyr, | priced at".
    Whoever "sold 300,000" without one is the firm. `terms` are the words of the rule, no names.
    """
    region = scene.region_of(quantity)
    if is_counted(scene, quantity):
        return _match_counted(scene, quantity, facet)
    for name in names_in(scene, Region(quantity.last, region.last)):
        is_led = name.first == quantity.last or _is_paid_for(scene, quantity, name)
        if is_led and is_person(scene, name):
            return _match(scene, facet, name)
    apposed = _apposed(scene, quantity, terms)
    if apposed is not None:
        return _match(scene, facet, apposed)
    for before in _leading(scene, region, quantity):
        names = [name for name in names_in(scene, before) if not _is_word(scene, name, terms)]
        names = [name for name in names if not _is_other(scene, name, before)]
        sold = [name for name in names if _is_led_up_to(scene, name, before)]
        if not sold and quantity.kind != "count":
            sold = [name for name in names if _is_subject(scene, name, terms)]
        found = {match.value: match for match in (_match(scene, facet, name) for name in sold)}
        others = (name for name in names_in(scene, before) if name not in sold)
        if found or not all(_is_circumstance(scene, name, before) for name in others):
            return next(iter(found.values())) if len(found) == 1 else None
    return _led_by_price(scene, quantity, facet, terms)


def is_counted(scene: Scene, quantity: Quantity) -> bool:
    """Whether a product is counted by its name: "300,000 | Zephyrs", "300,000 | Zephyr phones"."""
    inside = Region(quantity.mention.number_last, quantity.last)
    has_nouns = scene.language.quantities.has_capital_nouns
    return quantity.kind == "count" and not has_nouns and any(names_in(scene, inside))


def _match_counted(scene: Scene, quantity: Quantity, facet: str) -> FacetMatch:
    """Return the name that is counted, in the singular: "Zephyr Ones" is Zephyr One."""
    name = next(names_in(scene, Region(quantity.mention.number_last, quantity.last)))
    words = [token.word for token in scene.tokens[slice(*name)] if token.word.isalnum()]
    if quantity.head is not None and name.first <= quantity.head < name.last:
        words[-1] = quantity.unit
    return FacetMatch(facet, " ".join(words), scene.span(*name))


def _apposed(scene: Scene, quantity: Quantity, terms: Sequence[Hit[Term]]) -> Region | None:
    """Return the name a comma sets beside what a figure tells: "a 7-inch tablet, | the Vela,"."""
    tokens, articles = scene.tokens, scene.language.discourse.articles
    comma = quantity.first - 2
    if comma > 0 and tokens[comma].word == "," and tokens[comma + 1].word in articles:
        # "Unveils the Vela, | a 7-inch tablet"; what opens the text is its subject, often a firm.
        leading = Region(body_start(scene) + 1, comma)
        names = [name for name in names_in(scene, leading) if name.last == comma]
        return next((name for name in names if is_person(scene, name)), None)
    behind = range(quantity.last, min(quantity.last + _DESCRIBED, len(tokens) - 2))
    comma = next((index for index in behind if tokens[index].word == ","), 0)
    if not comma or tokens[comma + 1].word not in articles:
        return None
    beside = Region(comma + 1, len(tokens))
    name = next((name for name in names_in(scene, beside) if is_person(scene, name)), None)
    if name is None or _is_word(scene, name, terms) or not _is_led_up_to(scene, name, beside):
        return None
    is_closed = name.last >= len(tokens) or tokens[name.last].word in (",", ".")
    return name if is_closed else None


def _led_by_price(
    scene: Scene, quantity: Quantity, facet: str, terms: Sequence[Hit[Term]]
) -> FacetMatch | None:
    """Return the subject that a price and a comma open the sentence for: "At $899, | the Lumen"."""
    tokens, start = scene.tokens, scene.clause(scene.clause_at(quantity.first)).last
    # "With its 7-inch | display, | the Lumen".
    is_led = start == quantity.last + 1 or tokens[0].word in scene.language.discourse.prepositions
    is_near = is_led and quantity.last < start <= quantity.last + _DESCRIBED
    is_opening = quantity.first <= _LONGEST_OPENING and start < len(tokens)
    if not is_opening or not is_near or tokens[start - 1].word != ",":
        return None
    behind = Region(start, len(tokens))
    name = next(
        (name for name in names_in(scene, behind) if not _is_word(scene, name, terms)), None
    )
    if name is None or name.first > start + _DESCRIBED or _is_other(scene, name, behind):
        return None
    return _match(scene, facet, name) if _is_led_up_to(scene, name, behind) else None


def _leading(scene: Scene, region: Region, quantity: Quantity) -> Iterator[Region]:
    """Yield what stands before a figure in its clause, then the clauses that it goes on from."""
    conjunct = scene.conjunct_of(quantity)
    if conjunct.first > region.first:
        yield Region(conjunct.first, quantity.first)
    yield Region(region.first, quantity.first)
    words = scene.language
    starts = words.sentences.clause_words - words.discourse.relatives
    for _ in range(_CLAUSES_BACK):
        if not region.first or scene.tokens[region.first].word in starts:
            return
        region = scene.clause(scene.clause_at(region.first) - 1)
        yield region


def _is_paid_for(scene: Scene, quantity: Quantity, name: Region) -> bool:
    """Whether "for" and an article lead from a price to a name: "$329 | for the smaller Orbit"."""
    start = quantity.last
    is_led = scene.tokens[start].word in scene.language.discourse.bids
    return is_led and _is_led_up_to(scene, name, Region(start + 1, name.last))


def _is_word(scene: Scene, name: Region, terms: Sequence[Hit[Term]]) -> bool:
    """Whether a sentence opens with a word of the rule, or it is in capitals: "Tablet", "OLED"."""
    return any(
        (hit.first, hit.last) == name and (not name.first or _is_shouted(scene, name))
        for hit in terms
    ) or (not name.first and any(hit.last == name.last and not hit.first for hit in terms))


def _is_shouted(scene: Scene, name: Region) -> bool:
    """Whether a name is in capitals, as what a thing is made of or what it is may be: "LCD"."""
    return scene.words(*name).isupper()


def _is_other(scene: Scene, name: Region, region: Region) -> bool:
    """Whether a name is no product's: who says or owns, a circumstance."""
    tokens, words = scene.tokens, scene.language.discourse
    follows = tokens[name.last].word if name.last < len(tokens) else ""
    is_unit = len(tokens[name.first].word) <= _LONGEST_UNIT and name.last - name.first == 1
    if is_unit and name.first and tokens[name.first - 1].kind is TokenKind.NUMBER:
        return True
    if _is_measured(scene, name):
        return True
    # "The Zephyr's | battery" is told of what has it; of a firm no article is told.
    is_owner = follows in scene.language.sentences.suffixes
    if name.last in scene.reporting or follows == "-":
        return True
    if is_owner and not _has_article(scene, name, region):
        return True
    opening = tokens[0].word
    is_opening = name == Region(0, 1) and opening.endswith(tuple(words.gerund_endings) or ("\0",))
    if is_opening or opens_sentence(scene, name) or not is_person(scene, name):
        return True
    return _is_circumstance(scene, name, region)


def _is_measured(scene: Scene, name: Region) -> bool:
    """Whether a name only says what is measured: "16GB of | RAM"."""
    before = name.first - 1
    is_led = before > 0 and scene.tokens[before].word in scene.language.discourse.belonging
    measures = (one for one in scene.quantities if one.kind == "dimension")
    return is_led and any(one.last == before for one in measures)


def _is_circumstance(scene: Scene, name: Region, region: Region) -> bool:
    """Whether a preposition or a list leads to a name: "at Calden", "including VAT"."""
    tokens, words, index = scene.tokens, scene.language.discourse, name.first - 1
    while index >= region.first and tokens[index].word in words.articles | words.possessives:
        index -= 1
    led = tokens[index].word if index >= region.first else ""
    return led in (words.prepositions - words.belonging) | scene.language.sentences.list_words


def _has_article(scene: Scene, name: Region, region: Region) -> bool:
    """Whether an article stands right before a name: "the | Zephyr's battery"."""
    before = scene.tokens[name.first - 1].word if name.first > region.first else ""
    return before in scene.language.discourse.articles


def _is_led_up_to(scene: Scene, name: Region, region: Region) -> bool:
    """Whether an article or an owner leads to a name: "the new | Zephyr", "Calden's | Zephyr"."""
    tokens, words = scene.tokens, scene.language
    leading = words.discourse.articles | words.discourse.possessives | words.sentences.suffixes
    stops = words.discourse.prepositions | words.discourse.passives
    for index in range(name.first - 1, max(name.first - 2 - _DESCRIBED, region.first - 1), -1):
        word = tokens[index].word
        if word in leading:
            return True
        if not word.isalpha() or word in stops or is_capital(scene, index):
            return False
    return False


def _is_subject(scene: Scene, name: Region, terms: Sequence[Hit[Term]]) -> bool:
    """Whether what the rule asks for is said of a name: "Zephyr Mini | will be priced at $249"."""
    tokens, words, index = scene.tokens, scene.language.discourse, name.last
    planned = {hit.first for hit in scene.cues.get("planned", ())}
    while index < len(tokens) and (tokens[index].word in words.passives or index in planned):
        index += 1
    index += index < len(tokens) and tokens[index].word in ("(", ":", ",")
    is_beside = any(index == one.first for one in scene.quantities)
    # "Expect | ten hours": a capital that only opens the sentence is of a verb.
    is_beside &= index > name.last or name != Region(0, 1)
    return is_beside or any(hit.first == index and hit.payload.key == "words" for hit in terms)


def _match(scene: Scene, facet: str, name: Region) -> FacetMatch:
    """Return a name with the number that ends it: "Zephyr 2" is no Zephyr."""
    numbered = Region(name.first, name.last + _has_number(scene, name.last))
    tokens = scene.tokens[slice(*numbered)]
    words = [token.word for token in tokens if token.word.isalnum()]
    before = scene.tokens[name.first - 1].word if name.first else ""
    # "The second Zephyr" is another one; last, because the last word tells products apart.
    is_ordinal = len(before) > _LONGEST_ENDING and before in scene.language.numbers.ordinals
    words += [before] if is_ordinal else []
    return FacetMatch(facet, " ".join(words), scene.span(*numbered))


def _has_number(scene: Scene, index: int) -> bool:
    """Whether a small number stands at `index`, which measures nothing: "Zephyr 2 | starts at"."""
    if index >= len(scene.tokens) or scene.tokens[index].kind is not TokenKind.NUMBER:
        return False
    own = [one for one in scene.quantities if one.first <= index < one.last]
    return all(one.kind in ("number", "count") and one.first == index for one in own) and (
        len(scene.tokens[index].word) <= _LONGEST_NUMBER
    )
