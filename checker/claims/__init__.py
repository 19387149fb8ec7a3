"""Stage 4: quantities and rules become claims, with facets, speaker, dates and polarity."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.claims.alone import with_wholes
from checker.claims.anaphors import aged_person, is_beside_noun
from checker.claims.beside import is_aged_noun, person_beside
from checker.claims.book import (
    Name,
    Payload,
    RuleBook,
    Term,
    make_names,
    make_rule_book,
    pattern_sources,
)
from checker.claims.callings import callings_held, known_apart
from checker.claims.described import ONE_OF_SEVERAL, role_beside, several_told
from checker.claims.echoes import join_echoes
from checker.claims.ellipses import NOUN_UNTOLD, is_left_out, unlicensed
from checker.claims.facets import facets_of
from checker.claims.fitting import SameDimension
from checker.claims.localities import place_told, places_apart
from checker.claims.measured import measured
from checker.claims.openings import place_opening
from checker.claims.patience import Patience
from checker.claims.placing import Placed, place
from checker.claims.polarity import asserts_nothing, polarity_of
from checker.claims.portions import ONE_GROUP, portions, refused_with_whole
from checker.claims.recalls import Recall, dated, recalled
from checker.claims.referents import Antecedents
from checker.claims.regions import governed_place
from checker.claims.scene import Scene
from checker.claims.setting import set_scene
from checker.claims.sole import People, untold, with_sole
from checker.claims.speakers import speaker_of
from checker.claims.stages import may_grow, stage_of
from checker.claims.yielding import led, told_first, told_on, withdrawn, yielding
from checker.lexicon import Hit
from checker.lines import Places, places
from checker.model import (
    ROLE,
    TABLE_ROW,
    Article,
    Claim,
    Evidence,
    FacetMatch,
    Mark,
    Polarity,
    Quantity,
    Reading,
    Refusal,
    Rule,
    Skipped,
    Stage,
)
from checker.rows import NamedTuple
from checker.text import by_sentence
from checker.values import field, record, replace
from checker.work import SLOW_PATTERN

__all__ = [
    "Name",
    "Payload",
    "RuleBook",
    "find_claims",
    "make_names",
    "make_rule_book",
    "pattern_sources",
]

# The facet and its values by which a rule tells what is wanted from what is given.
_WANTED = {("status", "wanted"), ("status", "asked")}
# And those by which a rule says that all it tells is a plan, or what was offered.
_PLANS = {("status", "planned"), ("status", "offered")}


class _Work(NamedTuple):
    """The article at hand and what its claims are made with."""

    article: Article
    book: RuleBook
    places: Places
    same_dimension: SameDimension
    patience: Patience
    people: People


def find_claims(
    article: Article,
    quantities: Sequence[Quantity],
    book: RuleBook,
    same_dimension: SameDimension,
) -> Reading:
    """
    Place the quantities of one article by the rules of its language.

    `same_dimension(a, b)` says whether two units measure the same. Numbers in boilerplate make no
    claim; those in a repeated paragraph make one that names the claim it repeats.
    """
    people = People(article, book)
    work = _Work(article, book, places(article), same_dimension, Patience(), people)
    found = _Found()
    if quantities:
        found.skipped += [_silent(article, rule) for rule in book.silent]
    for group in by_sentence(quantities):
        mark = article.mark_at(group[0].span.start)
        if mark is None or mark.reason == "repeat":
            _read_sentence(work, group, mark, found)
    found.skipped += [_slow(article, rule) for rule in work.patience.slow]
    _drop_named_again(found)
    _drop_of_several(found, book)
    found.claims = list(known_apart(found.claims, found.scenes))
    bare = unlicensed(found.claims, found.bare, article.text, book.rules) if found.bare else ()
    _withdraw(found, bare, NOUN_UNTOLD)
    claims = _with_repeats(with_wholes(found.claims, book.rules), article)
    return Reading(
        tuple(claims), tuple(found.skipped), tuple(found.refusals), tuple(found.evidence)
    )


# A group of people by the rule, what it is called and how many it is.
_Group = tuple[str, str, Decimal | None]


@record
class _Found:
    """What has been found so far; a local collector, never shared."""

    claims: list[Claim] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    refusals: list[tuple[Quantity, tuple[Refusal, ...]]] = field(default_factory=list)
    evidence: list[tuple[str, Evidence]] = field(default_factory=list)
    groups: set[_Group] = field(default_factory=set)
    ages: dict[str, set[Decimal]] = field(default_factory=dict)
    bare: set[str] = field(default_factory=set)
    scenes: list[Scene] = field(default_factory=list)

    def note_ages(self, claims: Sequence[Claim], rules: Sequence[str]) -> None:
        """Remember how old the persons are whose ages the article told."""
        for claim in claims:
            person = claim.facet("person") if claim.rule in rules else None
            if person and claim.quantity is not None and claim.quantity.value is not None:
                self.ages.setdefault(person, set()).add(claim.quantity.value)


def _read_sentence(
    work: _Work, quantities: Sequence[Quantity], mark: Mark | None, found: _Found
) -> None:
    """Place every quantity of one sentence."""
    article, book = work.article, work.book
    sentence = quantities[0].mention.sentence
    before = Antecedents(article, sentence, book, found.ages)
    scene = Scene(
        article.text,
        sentence,
        book.language,
        quantities,
        article.published,
        patience=work.patience,
        antecedent=before.person,
        earlier=before.before,
        later=before.behind,
        told=told_on(found.claims, book.rules),
    )
    set_scene(scene, book)
    join_echoes(scene)
    found.scenes.append(scene)
    answers = [_place_all(work, scene, quantity, found) for quantity in quantities]
    for quantity, placed in zip(quantities, _whole_only(scene, answers, book, found), strict=True):
        claims = [claim for claim in placed if isinstance(claim, Claim)]
        found.claims += claims
        found.note_ages(claims, book.ages)
        refusals = tuple(refusal for refusal in placed if isinstance(refusal, Refusal))
        found.refusals.append((quantity, refusals))
        if mark is None and not claims:
            found.skipped += [
                _lacking(article, quantity, refusal)
                for refusal in refusals
                if refusal.key == "facets"
            ]


def _place_all(
    work: _Work, scene: Scene, quantity: Quantity, found: _Found
) -> list[Claim | Refusal]:
    """Ask every rule that has a word in the sentence."""
    answers: list[Claim | Refusal] = []
    placings: dict[str, Placed] = {}
    nothing = asserts_nothing(scene, quantity)
    for rule_id in sorted({*scene.terms, *_wordless(work.book, quantity)}):
        rule = work.book.rules[rule_id]
        placed = place(scene, quantity, rule, work.same_dimension)
        if isinstance(placed, Placed) and _is_age(scene, quantity, rule, work.book.ages):
            answers.append(Refusal(rule.id, "unit", "an age, set beside a name"))
        elif isinstance(placed, Placed) and nothing:
            answers.append(Refusal(rule.id, "unless", f"{nothing} asserts nothing"))
        elif isinstance(placed, Placed):
            answers.append(_claim(work, scene, quantity, (rule, placed)))
            placings[rule.id] = placed
        else:
            answers.append(placed)
    answers = led(told_first(answers, placings), placings, scene, quantity)
    answers = yielding(answers, placings, quantity, work.book.rules)
    for claim in (answer for answer in answers if isinstance(answer, Claim)):
        placed_by = placings[claim.rule]
        found.evidence.append((claim.id, _evidence(scene, placed_by)))
        if is_left_out(placed_by.words):
            found.bare.add(claim.id)
    return answers


def _whole_only(
    scene: Scene, answers: Sequence[list[Claim | Refusal]], book: RuleBook, found: _Found
) -> list[list[Claim | Refusal]]:
    """Refuse the claims of a sentence that count a portion of one event."""
    claims = [answer for placed in answers for answer in placed if isinstance(answer, Claim)]
    refusals = refused_with_whole(scene, answers)
    for portion in portions(scene, claims, book.rules):
        claim = portion.claim
        refusals[claim.id] = Refusal(claim.rule, "words", portion.reason)
        found.groups |= {_group(claim.rule, group) for group in portion.groups}
    return [withdrawn(placed, refusals) for placed in answers]


def _group(rule: str, quantity: Quantity) -> _Group:
    """Return what a group of people is known by when it is named again: "the two nurses"."""
    return rule, quantity.unit, quantity.value


def _drop_named_again(found: _Found) -> None:
    """Refuse the claims about a group that another sentence counts beside others."""
    again = [
        claim
        for claim in found.claims
        if claim.quantity is not None and _group(claim.rule, claim.quantity) in found.groups
    ]
    _withdraw(found, again, ONE_GROUP)


def _withdraw(found: _Found, claims: Sequence[Claim], reason: str) -> None:
    """Refuse claims that were made before the whole article was read."""
    if not claims:
        return
    gone = {claim.id for claim in claims}
    found.claims = [claim for claim in found.claims if claim.id not in gone]
    quantities = {id(claim.quantity): claim.rule for claim in claims}
    found.refusals = [
        (quantity, (*refusals, Refusal(quantities[id(quantity)], "words", reason)))
        if id(quantity) in quantities
        else (quantity, refusals)
        for quantity, refusals in found.refusals
    ]


def _drop_of_several(found: _Found, book: RuleBook) -> None:
    """Refuse the age of someone told only by what befell several: one of "two people killed"."""
    told = [claim for claim in found.claims if claim.rule in book.ages and claim.is_described]
    if not told:
        return
    ages = {id(claim.quantity) for claim in found.claims if claim.rule in book.ages}
    scenes = found.scenes
    several = {role for scene in scenes for role in several_told(scene, book.ages, ages)}
    _withdraw(found, [claim for claim in told if claim.facet(ROLE) in several], ONE_OF_SEVERAL)


def _wordless(book: RuleBook, quantity: Quantity) -> tuple[str, ...]:
    """Return the rules about ages, which need no word: the unit says what is measured."""
    return book.ages if quantity.kind in ("age", "duration", "number") else ()


def _is_age(scene: Scene, quantity: Quantity, rule: Rule, ages: Sequence[str]) -> bool:
    """Whether a bare number that would count people is the age of one: "Ana Ruiz, 34,"."""
    is_bare = quantity.kind == "number" and quantity.mention.form in ("digits", "words")
    if not is_bare or rule.unit != "person":
        return False
    if is_aged_noun(scene, quantity) or callings_held(scene, quantity):
        return True
    named = person_beside(scene, quantity, "person") or role_beside(scene, quantity, ages)
    told = named or aged_person(scene, quantity, "person")
    return told is not None or is_beside_noun(scene, quantity)


def _evidence(scene: Scene, placed: Placed) -> Evidence:
    """Quote the terms that placed a quantity."""

    def quoted(hits: Sequence[Hit[Term]]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(scene.words(hit.first, hit.last) for hit in hits))

    return Evidence(quoted(placed.words), quoted(placed.needs))


def _claim(
    work: _Work, scene: Scene, quantity: Quantity, by: tuple[Rule, Placed]
) -> Claim | Refusal:
    """Fill in the facets of a placed quantity; a required facet that is not known refuses it."""
    rule, placed = by
    article = work.article
    facets = facets_of(scene, quantity, rule, placed)
    facets = with_sole(scene, (quantity, rule), facets, work.people)
    known = {facet.name for facet in facets}
    missing = untold(scene, rule, known, work.people)
    if missing:
        # The age of someone unnamed is understood; there is only nobody to compare it with.
        lacking = f"{missing} is not known"
        return Refusal(rule.id, "words" if rule.unit == "age" else "facets", lacking)
    if _too_small(quantity, rule):
        return Refusal(rule.id, "compare", f"below the minimum of {rule.compare.minimum}")
    polarity = _polarity(scene, quantity, by, facets)
    dates = dated(scene, quantity, article.published, polarity)
    stage: Stage = (
        stage_of(scene, quantity) if may_grow(rule, quantity, work.same_dimension) else ""
    )
    is_named = any(
        facet.type in ("person", "organisation") and facet.name in known for facet in rule.facets
    )
    told = recalled(scene, quantity, rule, Recall(dates, stage, is_named))
    if told is not None:
        return Refusal(rule.id, "compare", told)
    label = scene.sentence.label
    if label:
        facets = (*facets, FacetMatch(TABLE_ROW, label, scene.sentence.around))
    is_counted = rule.counts_one_event and dates.is_of_report
    where = work.places.at(quantity.span.start)
    place = place_told(scene, quantity) or governed_place(scene, quantity)
    name = article.id + where.path.removeprefix(article.path)
    return Claim(
        id=f"{name}:{where.line}:{where.column}:{rule.id}",
        rule=rule.id,
        article=article.id,
        source=article.source,
        path=where.path,
        line=where.line,
        column=where.column,
        quote=article.text[slice(*scene.sentence.quoted)],
        quantity=measured(scene, quantity, rule),
        facets=facets,
        speaker=speaker_of(scene, quantity),
        as_of=dates.as_of,
        as_of_from=dates.source,
        since=dates.since,
        polarity=polarity,
        weekday=dates.weekday,
        within=place_opening(scene, quantity),
        at=place,
        apart=places_apart(scene, quantity, place),
        stage=stage,
        counted=is_counted,
    )


def _polarity(
    scene: Scene, quantity: Quantity, by: tuple[Rule, Placed], facets: Sequence[FacetMatch]
) -> Polarity:
    """
    Return the polarity; nobody seeks what befell people: "der Sturm forderte 12 Tote".

    Where the rule itself tells what is wanted from what is given, that it is sought is no doubt;
    a rule of nothing but plans, or of offers, asserts what is planned: "wants to save".
    """
    rule, placed = by
    named = placed.words if rule.words_facet is not None else ()
    polarity = polarity_of(scene, quantity, placed.needs, named)
    if polarity == "denied":
        return polarity
    told = {(facet.name, facet.value) for facet in facets}
    is_toll = rule.counts_one_event and rule.unit == "person"
    is_sure = not _PLANS.isdisjoint(told) or (
        polarity == "sought" and (is_toll or not _WANTED.isdisjoint(told))
    )
    return "asserted" if is_sure else polarity


def _too_small(quantity: Quantity, rule: Rule) -> bool:
    """Whether the stated value is below the smallest the rule considers."""
    stated = quantity.value if quantity.value is not None else quantity.low
    minimum = rule.compare.minimum
    return minimum is not None and stated is not None and stated < minimum


def _with_repeats(claims: list[Claim], article: Article) -> list[Claim]:
    """Name, for every claim of a repeated paragraph, the claim it repeats."""
    originals: dict[tuple[str, str], str] = {}
    result: list[Claim] = []
    for claim in claims:
        quantity = claim.quantity
        if quantity is None:
            continue
        key = (claim.rule, " ".join(quantity.surface.lower().split()))
        mark = article.mark_at(quantity.span.start)
        original = originals.get(key) if mark is not None and mark.reason == "repeat" else None
        originals.setdefault(key, claim.id)
        result.append(claim if original is None else replace(claim, repeats=original))
    return result


def _silent(article: Article, rule: str) -> Skipped:
    return Skipped("claims", article.id, f"rule {rule} has no words for “{article.language}”")


def _slow(article: Article, rule: str) -> Skipped:
    """Tell of a pattern given up; not where, because that hangs on the machine."""
    reason = f"a pattern of rule {rule} {SLOW_PATTERN}"
    return Skipped("claims", article.id, reason)


def _lacking(article: Article, quantity: Quantity, refusal: Refusal) -> Skipped:
    reason = f"rule {refusal.rule}: {refusal.detail}"
    return Skipped("claims", article.id, reason, quantity.span, quantity.surface)
