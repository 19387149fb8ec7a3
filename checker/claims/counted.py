"""Where a number and a word for what is counted belong together, and where they do not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.claims.book import Name, Term
from checker.claims.distances import away_from
from checker.claims.echoes import echoed
from checker.claims.moves import is_left_for
from checker.claims.names import nouns_of_people
from checker.claims.objects import ends_clause, has_object, is_object
from checker.claims.scene import Region, Scene
from checker.claims.sets import is_shared
from checker.claims.strangers import is_of_rate, is_of_strangers
from checker.claims.wholes import is_about_part, whole_before
from checker.lexicon import Hit
from checker.model import Quantity, Rule, TokenKind
from checker.phrases import phrase_at

# Words between a bare number and the word for what is counted: "magnitude of at least 6".
_LONGEST_LINK = 4
# So many clauses may describe what an amount is set beside.
_CLAUSES_BACK = 3
# Kinds of number that take no word from one of the other kind behind them.
_TAKING_NOTHING = {("duration", "percent"), ("age", "duration"), ("dimension", "duration")}
# "The confirmed death toll so far:" has as many tokens.
_LONGEST_HEAD = 7
# Words between a number and the set it is a part of: "two of the undersea cables".
_SET = 4
# A word is not told of a number past so many others; even lists are shorter.
_MOST_BETWEEN = 60
# So many words of a noun may stand before the one that a number counts.
_LONGEST_NOUN = 8


def taken(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether another quantity of the same kind stands between the word and this one."""
    near = scene.touching(min(quantity.first, hit.first), max(quantity.last, hit.last))
    if len(near) > _MOST_BETWEEN:
        return True
    tests = (_is_of_part, _names_next, _leads_on, is_of_rate, is_of_strangers)
    if any(test(scene, quantity, hit) for test in tests):
        return True
    told = echoed(scene, quantity)
    others = (other for other in near if other is not quantity and other is not told)
    return any(_takes(scene, other, quantity, hit) for other in others)


def _takes(scene: Scene, other: Quantity, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether another quantity has a word rather than this one."""
    if (other.kind == "currency") != (quantity.kind == "currency"):
        return False
    if _is_beside(scene, quantity, other) or scene.is_passed_over(other.first, quantity, hit):
        return False
    if hit.last <= other.first and other.last <= quantity.first:
        return not _passes_on(scene, other, quantity)
    if quantity.last <= other.first and other.last <= hit.first:
        is_part = other.first > quantity.last and is_about_part(scene, other, hit)
        return not is_part and not is_shared(scene, (quantity, other), hit)
    return _is_its_own(scene, quantity, other, hit)


def _passes_on(scene: Scene, other: Quantity, quantity: Quantity) -> bool:
    """Whether a word before another number is said of a later one too: of a part, or of a list."""
    if whole_before(scene, quantity) is other:
        return True
    # "The number hurt in the crash | that killed 12 rose to 31": its subject is before both.
    is_led = scene.subject_before(quantity) is not None
    if is_led and scene.region_of(quantity).last <= other.first:
        return True
    return _is_listed(scene, other, quantity) or is_left_for(scene, other, quantity)


def is_step(quantity: Quantity) -> bool:
    """Whether a number tells a step of rates: "25 basis points", "a quarter point"."""
    is_fraction = quantity.mention.form == "fraction" and quantity.head is not None
    return is_fraction or quantity.unit.endswith("_point")


def is_untaken(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether no other quantity of the same kind stands between the word and this one."""
    return not taken(scene, quantity, hit)


def _is_of_part(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    if is_about_part(scene, quantity, hit) or scene.is_of_part(quantity, hit):
        return True
    is_parted = is_object(scene, quantity, hit) or has_object(scene, quantity, hit)
    return is_parted or ends_clause(scene, quantity, hit)


def _names_next(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a noun leads up to another measure: "18 km from Ostra, at a depth of | 10 km"."""
    belonging = scene.language.discourse.belonging
    start = hit.last if scene.tokens[hit.last - 1].word in belonging else hit.last + 1
    is_led = start <= len(scene.tokens) and scene.tokens[start - 1].word in belonging
    if quantity.first == start or not is_led:
        return False
    near = (one for one in scene.touching(start, start) if one.first == start)
    return any(
        one.kind not in ("count", "number") and not _is_restated(scene, one, quantity)
        for one in near
    )


def _leads_on(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a word behind a number leads up to the next one: "6.2 was | raised to | 6.4"."""
    if hit.first < quantity.last:
        return False
    near = [one for one in scene.touching(hit.last, hit.last) if one is not quantity]
    near = [one for one in near if one.kind == quantity.kind == "number"]
    return any(leads(scene, one, hit) for one in near)


def _is_beside(scene: Scene, quantity: Quantity, other: Quantity) -> bool:
    """
    Whether another number takes nothing: an aside, a change, or the same in another unit.

    Nor does the time in which a share came about ("prices rose in 12 months by 4 %"), nor an age
    or a height from how long something lasts ("sentenced 52-year-old Ruiz to 14 years").
    """
    if (other.kind, quantity.kind) in _TAKING_NOTHING:
        return True
    if quantity.kind == "percent" and is_step(other) and not is_step(quantity):
        return True
    is_restated = _is_restated(scene, quantity, other) or _is_restated(scene, other, quantity)
    return is_restated or scene.is_aside(other) or _is_move(scene, other, quantity)


def _is_move(scene: Scene, other: Quantity, quantity: Quantity) -> bool:
    """
    Whether the other number only says by how much this one moved: "fell 4 % to 41 tonnes".

    Of one kind with it, it leads right to this one: "raised its bid by $60m to | $640m".
    """
    is_led = other.last == quantity.first - 1
    is_led = is_led and scene.before(quantity) in scene.language.checks.targets
    return other.change is not None and (is_led or other.kind != quantity.kind)


def _is_listed(scene: Scene, other: Quantity, quantity: Quantity) -> bool:
    """
    Whether a verb before two numbers is that of both: "killed 80 men and 60 women".

    Both count people of one group in which nobody is two, and only such people stand between.
    """
    groups = scene.language.checks.partitions.values()
    alike = next((group for group in groups if {other.unit, quantity.unit} <= group), None)
    if alike is None or other.unit == quantity.unit:
        return False
    listed = {
        index
        for one in scene.quantities
        if one.unit in alike
        for index in range(one.first, one.last)
    }
    joins = scene.language.sentences.list_words | {","}
    between = range(other.last, quantity.first)
    return all(index in listed or scene.tokens[index].word in joins for index in between)


def _is_its_own(scene: Scene, quantity: Quantity, other: Quantity, hit: Hit[Term]) -> bool:
    """
    Whether a word belongs to the phrase of another number, which a joining word sets beside this.

    Of "freeing 12 hostages and killing two gunmen" the 12 were not killed, and the two are not
    hostages; "of the 40 hurt, 12 are children" are all hurt, for nothing joins the two. Nor does
    the noun of a later number tell of one that has its own: "four men hold 17 hostages".
    """
    inside = other.first <= hit.first and hit.last <= other.last
    if _spans(hit, other) and not _spans(hit, quantity):
        return True
    if other.first <= quantity.first:
        return inside and other.last <= quantity.first and scene.are_joined(other, quantity)
    if quantity.last > hit.first:
        return False
    is_joined = scene.are_joined(quantity, other)
    return (inside and (is_joined or quantity.head is not None)) or (
        is_joined and hit.last == other.first
    )


def _spans(hit: Hit[Term], quantity: Quantity) -> bool:
    """Whether a number stands inside a term, or a measure opens it: "| 332|-metre tanker"."""
    number = quantity.mention
    opens = quantity.kind == "dimension" and hit.first == number.number_first
    return (opens or hit.first < number.number_first) and number.number_last < hit.last


def _is_restated(scene: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether brackets right behind `one` hold `other`: "£231m ($284m)"."""
    return other.first == one.last + 1 and scene.tokens[one.last].word == "("


def is_averaged(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """
    Whether a word tells that a number is an average, from before it or right at it.

    Of "averages 29.4 points and 8.1 assists" each has a noun that says of what; of "made 51 points
    to lift his average" only the average is one.
    """
    if hit.first > quantity.last + 1:
        return False
    return quantity.kind == "count" or not taken(scene, quantity, hit)


def beside_number(scene: Scene, quantity: Quantity, named: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    """
    Return the words that a bare number stands at: "a magnitude of 6.1", "the toll rises to 10".

    Only glue words and one verb may stand between, and no other number.
    """
    if quantity.kind != "number":
        return []
    region, after = scene.region_of(quantity), quantity.last
    near = [hit for hit in named if region.holds(hit) and _is_led_to(scene, quantity, hit)]
    near += [hit for hit in named if _is_label(scene, quantity, hit)]
    if after < len(scene.tokens) and scene.tokens[after].word in scene.language.discourse.belonging:
        # "Jets stood idle as 30,000 of its workers struck" counts what comes behind.
        near = [hit for hit in near if hit.first >= after]
    return [hit for hit in near if not taken(scene, quantity, hit)]


def _is_label(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a term alone stands before a colon and a number: "Attendance: | 21,304"."""
    is_alone = hit.first == 0 or scene.tokens[hit.first - 1].kind is TokenKind.SYMBOL
    return is_alone and scene.before(quantity) == ":" and hit.last == quantity.first - 1


def _is_led_to(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether so few words, and no mark but a hyphen, part a term and a number."""
    first, last = min(hit.last, quantity.last), max(quantity.first, hit.first)
    between = scene.tokens[first:last]
    if len(between) > _LONGEST_LINK:
        return False
    return all(token.kind is TokenKind.WORD or token.word == "-" for token in between)


def is_glued(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether only words without meaning part a term and a number: "magnitude was about 6"."""
    words = scene.language.discourse
    glue = words.prepositions | words.belonging | words.passives | words.articles
    first, last = min(hit.last, quantity.last), max(quantity.first, hit.first)
    return all(token.word in glue or token.word == "-" for token in scene.tokens[first:last])


def leads(scene: Scene, quantity: Quantity, hit: Hit[Term]) -> bool:
    """Whether a term that ends in a preposition leads up to a number: "mother of | 12"."""
    words = scene.language.discourse
    last = scene.tokens[hit.last - 1].word
    is_link = last in words.belonging or last in words.prepositions
    return is_link and hit.last == quantity.first


def set_beside(
    scene: Scene, quantity: Quantity, named: Sequence[Hit[Term]], rule: Rule
) -> list[Hit[Term]]:
    """
    Return the words that a bare comma sets a number beside: "new aid, put at $275 million".

    It is an amount, or a distance from a place: "shook the Vero area, 90 km east of Ostra". What is
    said of a name in between ("Aris, a maker of pumps, for $275 million") is passed over. A measure
    that is all of its clause is one of a list: "7-inch screen, | 590 grams, | 64 GB". So is a bare
    number behind a colon: "Fatalities: | 24".
    """
    region = scene.region_of(quantity)
    if quantity.kind == "number":
        return _headed(scene, quantity, named)
    if quantity.kind == "dimension" and _fills(scene, quantity, region):
        return list(named)
    if rule.facet("from") is not None:
        return away_from(scene, quantity, named)
    is_amount = quantity.kind == "currency"
    is_far = any(facet.type == "place" and facet.required for facet in rule.facets)
    # "A new deal for Ruiz: | $9m over three years".
    is_personal = any(facet.sole for facet in rule.facets)
    is_topic = is_personal and quantity.kind in ("currency", "duration")
    mark = scene.tokens[max(region.first - 1, 0)].word
    if not ((is_amount or is_far) and mark == ",") and not (is_topic and mark == ":"):
        return []
    number = scene.clause_at(region.first)
    for back in range(1, min(_CLAUSES_BACK, number) + 1):
        before = scene.clause(number - back)
        if any(
            before.first <= other.first < before.last and (is_amount or other.unit == quantity.unit)
            for other in scene.quantities
        ):
            break
        found = [hit for hit in named if before.holds(hit) and not taken(scene, quantity, hit)]
        if found:
            return found[-1:]
    return []


def _headed(scene: Scene, quantity: Quantity, named: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    """Return the words that a colon sets a number behind: "Dead: | 24", "Toll so far: | 24"."""
    region = scene.region_of(quantity)
    is_bare = quantity.kind == "number" and _fills(scene, quantity, region)
    if not is_bare or scene.tokens[max(region.first - 1, 0)].word != ":":
        return []
    colon, known = region.first - 1, {"", *scene.language.discourse.totals}
    is_head = colon < _LONGEST_HEAD and scene.clause_at(colon) == 0
    ends = [hit for hit in named if hit.last <= colon and scene.words(hit.last, colon) in known]
    return ends[-1:] if is_head else []


def _fills(scene: Scene, quantity: Quantity, region: Region) -> bool:
    """Whether a clause is nothing but a measure."""
    around = (*range(region.first, quantity.first), *range(quantity.last, region.last))
    return all(scene.tokens[index].kind is TokenKind.SYMBOL for index in around)


def is_of_other(scene: Scene, quantity: Quantity, named: Sequence[Hit[Term]]) -> bool:
    """
    Whether a number belongs to a noun that is no word of the rule: "a mother of 12".

    A number with a noun of its own does only behind people: "relatives of 28 victims".
    """
    index = quantity.first - 1
    # "A father-of-three".
    index -= index > 0 and scene.tokens[index].word == "-"
    words = scene.language.discourse
    # "The mother of | his | three children".
    owners = words.possessives | words.owners
    index -= quantity.head is not None and scene.tokens[max(index, 0)].word in owners
    if index < 1 or scene.tokens[index].word not in words.belonging:
        return False
    # "No trace | of | 12": the word itself may end in "of".
    if any(index <= hit.last <= index + 1 for hit in named) or _is_band(scene, index):
        return False
    if quantity.head is not None:
        return any(name.last == index for name in nouns_of_people(scene))
    return quantity.kind == "number" and echoed(scene, quantity) is None


def _is_band(scene: Scene, index: int) -> bool:
    """Whether a noun for people taken together ends at a token: "a family | of six"."""
    return any(
        name.last == index and name.payload.type == "noun" and name.payload.code == "band"
        for name in scene.names
    )


def is_other_noun(scene: Scene, quantity: Quantity, unit: str, hit: Hit[Term]) -> bool:
    """
    Whether a word counts things of its own, and this number counts what the rule's unit stands for.

    "12 cases were reported" are people who fell ill; "four men smashed display cases" are not.
    """
    head = quantity.head
    if head is None or hit.first <= head < hit.last:
        return False
    codes = {name.payload.code for name in _nouns_at(scene, hit.first) if name.last == hit.last}
    if not codes or unit in codes:
        return False
    first = max(head - _LONGEST_NOUN, 0)
    over = (name for index in range(first, head + 1) for name in _nouns_at(scene, index))
    return any(head < name.last and name.payload.code == unit for name in over)


def _nouns_at(scene: Scene, index: int) -> Iterator[Hit[Name]]:
    """Yield the nouns of the vocabulary that begin at a token; names stand in order."""
    names = scene.names
    for place in range(bisect_left(names, index, key=_first), len(names)):
        if names[place].first != index:
            return
        if names[place].payload.type == "noun":
            yield names[place]


def _first(name: Hit[Name]) -> int:
    return name.first


def is_part(scene: Scene, quantity: Quantity, words: Sequence[Hit[Term]]) -> bool:
    """
    Whether a number tells a part of the things a rule counts: "two of the bombs", "the other two".

    Where the rule's words say what befell them ("23 of the raiders were captured"), it is no part.
    """
    tokens, further = scene.tokens, scene.language.discourse.further
    head, index = quantity.head, quantity.mention.number_last
    if quantity.mention.form == "vague":
        return False
    # "One of the two men" points at somebody and counts nobody.
    is_one = quantity.value == 1 and index < len(tokens)
    if is_one and tokens[index].word in scene.language.discourse.belonging:
        return True
    if head is None:
        near = [hit for hit in words if index < hit.first <= index + _SET]
        others = [other for other in scene.quantities if other.first > index]
        following = [
            hit for hit in near if not any(is_about_part(scene, other, hit) for other in others)
        ]
        is_other = index < len(tokens) and tokens[index].word in further
        return bool(following) and (is_other or _is_of_the(scene, index))
    if head < quantity.first and scene.tells_part(index) is not None:
        # "47 points, 19 of them": nothing behind the whole says what is counted.
        return not any(head < hit.first for hit in words)
    if not any(hit.first <= head < hit.last for hit in words):
        return False
    beside = (*tokens[max(quantity.first - 1, 0) : quantity.first], *tokens[head + 1 : head + 2])
    phrase = (*tokens[index:head], *beside)
    return any(token.word in further for token in phrase) or (
        index < head and _is_of_the(scene, index)
    )


def _is_of_the(scene: Scene, index: int) -> bool:
    """Whether "of the", "of its" or a word for both ("des") stands at `index`."""
    tokens, words = scene.tokens, scene.language.discourse
    if phrase_at(scene.language.quantities.sets, tokens, index) is not None:
        return True
    if index >= len(tokens) or tokens[index].word not in words.belonging:
        return False
    known = words.articles | words.possessives
    is_followed = index + 1 < len(tokens) and tokens[index + 1].word in known
    return tokens[index].word in words.definite or is_followed
