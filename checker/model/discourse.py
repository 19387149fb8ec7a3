"""Words of a language pack that tell who says so, whether it is so, and who does what to whom."""

from __future__ import annotations

from collections.abc import Mapping

from checker.model.words import NO_WORDS, Words
from checker.values import field, frozen


@frozen
class Discourse:
    """
    Who says so, whether it is so, and who does what to whom.

    Terms as in rule files (`foo*`): `says` verbs of saying, `according` what introduces a source
    and `according_after` what follows it ("dem Bericht zufolge"), `titles` nouns that name a
    speaker by office, `polarity` the cues of `denied`, `planned` and `sought`, `taking` verbs whose
    subject receives ("buy"), `losing` verbs whose subject suffers what is counted ("lost"),
    `partitives` what stands for a noun named before ("of them"), `starts` what opens the event from
    whose date a count goes on ("`since` the invasion began in May").

    Single words of `joining` are verbs behind which a club or firm stands that somebody goes to
    ("joined Ostra"), those of `turning` verbs whose subject has come to an age ("turned 28"), and
    those of `away` lead to what a distance is reckoned from, as `givers` do ("40 km `off` Ostra"),
    and `landmarks` are such places without a name ("50 km from the `prison`").

    Single words: `articles`; `prepositions` that make a name no subject; `receivers` and `givers`
    that make it one who gets or gives, `taken_from` that make it the giver after a taking verb;
    `belonging` ("of"), `against`, `purpose`; `pronouns` of the third person, of which those in
    `singular` may mean one person ("she"); `relatives` that begin a relative clause, `moments` one
    that tells when ("when it fell"), `that` which begins a reported one; `passives`, forms of "be"
    before a participle; `auxiliaries` that two participles may share ("were killed or have
    deserted"); `datives`, pronouns for a receiver; `gerunds` that open a clause without a subject
    ("after having"); `gerund_endings` of verbs that no form of "be" makes passive ("was selling");
    `possessives` that point to the subject ("of its soldiers"), `owners` others that tell whose
    relative someone is ("his"); `conditions` that open a clause which asserts nothing ("if"),
    unless a word of `concessions` stands before ("even if");
    `topics` that name what comes next ("regarding"); `parts` that open a clause about a part of
    what was counted ("of whom"); `further` that tell a number from one told before ("two other
    bombs", "12 more"); `definite`, of the words in `belonging`, those that hold an article ("des");
    `agents`, of the words in `taken_from`, those that name who did it in a passive ("von", "da");
    `indirect` that every receiver takes, so that a bare name behind a verb is its subject ("en mayo
    envió Oslo"); `wholes` between a part and its whole ("31 of the 60"), where `some` may stand for
    the part. `tallies` name the count of an event ("toll"), which one of the words of `earlier`
    ("previous") makes one that was counted before, and one of `first` ("provisional") one that will
    change; terms of `formerly` tell the former by themselves ("initially"), and those of `dated`
    make a date that of a count ("as of"). Those of `afar` stand behind a distance from a place
    told before ("50 km `away`"). Terms of `echoes` lead to what another source or place
    has for the figure just told ("the union says 92, the police `have stuck to` 89"). Of what
    befell in one event, `comprises` ("the toll includes") and `among` ("among the dead") lead to a
    part, `fresh` tells what was counted since ("12 new deaths"), `followed` ranks places by their
    figures ("followed by Ostra"), and `wheres` open what happened in a place just named.

    Where verbs stand last, `verb_final` lists the forms that make them passive from afar ("wurden
    300 Drohnen geliefert"), `perfects` the last word of what a modal reports ("soll 300 Drohnen
    geliefert haben"), and `infinitives` the mark before an infinitive that ends a clause of
    its own ("versprach, 300 Drohnen zu liefern").

    Units of `generic` may mean people of any kind ("12 men were trapped") where no other of their
    group in the `partitions` of the checks is counted beside.

    Words of `places` lead to where something happened ("in"); a name behind one of `hosts` may be a
    firm's ("chez"), and one behind one of `bids` what a price is paid for ("a bid `for` Aris"). An
    age behind one of `aging` is that of its subject now ("Ana Ruiz `died` at the age of 91").
    `ages` are nouns for an age, `aged` words that may lead from somebody to an age ("still `only`
    41"), and `at_age` such as lead to much else ("`at` 41, he"); `own_ages` are verbs by which
    somebody tells the own age ("I `'m` 41"), a story has many of each of the `crowd`,
    `deaths` are nouns for the death of somebody, `who` begins a relative clause about
    persons, and `selves` are pronouns for whoever speaks.
    With a verb of `coming`, one event is dated by another ("it `came` ten days after a raid").
    Where verbs stand last, no infinitive has one of `participle_endings` ("werden 40 vermisst"
    tells no future). A clause with a word of `pasts` tells what is over, so that a day behind "by"
    is no deadline ("by Monday 20 had died"). Words of `objects` stand before the person to whom
    something is done ("condenó a"). Behind a verb of `beating` stands who lost an election, and a
    word of `standing` leads from a candidate to a share of the vote ("Ruiz `on` 54 %"). `those`
    stand for people told by what follows ("relatives of `those` killed"). Words of `districts` tell
    whose region an authority has ("the Ostra `regional` council"). `compass` lists the words
    for each end of a place: `north`, `south`, `east` and `west`.

    For drafts of rules: terms of `current` say that a number may rise and fall ("currently"), those
    of `totals` that it counts up to now ("so far").
    """

    says: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    according_after: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    polarity: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    taking: tuple[str, ...] = ()
    losing: tuple[str, ...] = ()
    partitives: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    tallies: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    echoes: tuple[str, ...] = ()
    afar: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    earlier: Words = NO_WORDS
    first: Words = NO_WORDS
    articles: Words = NO_WORDS
    prepositions: Words = NO_WORDS
    receivers: Words = NO_WORDS
    givers: Words = NO_WORDS
    taken_from: Words = NO_WORDS
    belonging: Words = NO_WORDS
    against: Words = NO_WORDS
    purpose: Words = NO_WORDS
    pronouns: Words = NO_WORDS
    singular: Words = NO_WORDS
    joining: Words = NO_WORDS
    away: Words = NO_WORDS
    landmarks: Words = NO_WORDS
    turning: Words = NO_WORDS
    relatives: Words = NO_WORDS
    moments: Words = NO_WORDS
    those: Words = NO_WORDS
    compass: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    that: Words = NO_WORDS
    passives: Words = NO_WORDS
    auxiliaries: Words = NO_WORDS
    datives: Words = NO_WORDS
    gerunds: Words = NO_WORDS
    gerund_endings: Words = NO_WORDS
    possessives: Words = NO_WORDS
    owners: Words = NO_WORDS
    objects: Words = NO_WORDS
    conditions: Words = NO_WORDS
    concessions: Words = NO_WORDS
    places: Words = NO_WORDS
    districts: Words = NO_WORDS
    hosts: Words = NO_WORDS
    bids: Words = NO_WORDS
    aging: Words = NO_WORDS
    ages: Words = NO_WORDS
    aged: Words = NO_WORDS
    at_age: Words = NO_WORDS
    own_ages: Words = NO_WORDS
    crowd: Words = NO_WORDS
    deaths: Words = NO_WORDS
    who: Words = NO_WORDS
    selves: Words = NO_WORDS
    coming: Words = NO_WORDS
    topics: Words = NO_WORDS
    parts: Words = NO_WORDS
    comprises: Words = NO_WORDS
    among: Words = NO_WORDS
    fresh: Words = NO_WORDS
    followed: Words = NO_WORDS
    beating: Words = NO_WORDS
    standing: Words = NO_WORDS
    wheres: Words = NO_WORDS
    further: Words = NO_WORDS
    definite: Words = NO_WORDS
    agents: Words = NO_WORDS
    indirect: Words = NO_WORDS
    wholes: Words = NO_WORDS
    some: Words = NO_WORDS
    current: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    verb_final: Words = NO_WORDS
    perfects: Words = NO_WORDS
    generic: Words = NO_WORDS
    infinitives: Words = NO_WORDS
    participle_endings: Words = NO_WORDS
    pasts: Words = NO_WORDS
