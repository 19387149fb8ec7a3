"""Near-copies: what an editor leaves of a wire paragraph, and what reporters share by chance."""

import pytest

from checker.copies import near_copies

WIRE = (
    "The harbour of the small island town was closed on Sunday after a ferry with 41 people on "
    "board ran aground in thick fog, and divers were still searching the hull by nightfall."
)


@pytest.mark.parametrize(
    "edited",
    [
        WIRE,
        WIRE.upper(),
        WIRE.replace("on Sunday ", ""),
        WIRE.replace("small island town", "little port").replace("thick fog", "dense mist"),
        "PORTVILLE (Agency) - " + WIRE + " The cause is not known.",
        WIRE.partition(", and divers")[0] + ".",
    ],
)
def test_an_edited_wire_paragraph_is_a_copy(edited: str) -> None:
    assert near_copies([WIRE, edited]) == (None, 0)


RETOLD = (
    "Divers searched a ferry that had run aground off the island on Sunday with 41 people, the "
    "coast guard said, and its captain was questioned about the speed of the vessel."
)
ELSEWHERE = (
    "The harbour of the small island town was opened in 1931 by the king, who came by train and "
    "stayed for a night at the old hotel beside the church, as the guide books tell."
)


@pytest.mark.parametrize(
    "other", ["", "A ferry with 41 people on board ran aground.", RETOLD, ELSEWHERE]
)
def test_the_same_event_in_other_words_is_no_copy(other: str) -> None:
    assert near_copies([WIRE, other]) == (None, None)


def test_short_paragraphs_are_never_copies() -> None:
    assert near_copies(["At least 12 people were killed.", "At least 12 people were killed."]) == (
        None,
        None,
    )


def test_a_copy_of_a_copy_copies_the_first() -> None:
    shorter = WIRE.partition(", and divers")[0]
    assert near_copies([WIRE, "unrelated", shorter, shorter + " today"]) == (None, None, 0, 0)


def test_many_paragraphs_with_one_phrase_stay_apart() -> None:
    texts = [
        f"The ministry said on Monday that {n} {n}a {n}b {n}c {n}d {n}e {n}f {n}g {n}h {n}i {n}j"
        for n in range(3000)
    ]
    assert set(near_copies(texts)) == {None}
