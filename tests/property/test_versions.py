"""Laws of two versions: the same text differs in nothing, one changed number is one change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.model.versions import VersionDiff
from checker.pipeline import make_placer
from checker.versions import diff_of
from tests.property.strategies_of_versions import COUNTS, PARAGRAPHS, article_of

PLACE = make_placer(())
Paragraphs = list[tuple[str, str]]


def diff(old: str, new: str) -> VersionDiff:
    return diff_of(PLACE(article_of(old)), PLACE(article_of(new)))


def written(paragraphs: Paragraphs) -> str:
    return "\n\n".join(sentence.format(count) for sentence, count in paragraphs)


@given(text=st.text(min_size=1).filter(str.strip))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    article = article_of(text)
    found = diff_of(PLACE(article), PLACE(article))
    assert (found.changes, found.notes) == ((), ())


@given(paragraphs=PARAGRAPHS)
def test_nor_do_generated_sentences(paragraphs: Paragraphs) -> None:
    found = diff(written(paragraphs), written(paragraphs))
    assert (found.changes, found.same) == ((), len(paragraphs))


@given(paragraphs=PARAGRAPHS, count=COUNTS, data=st.data())
def test_one_changed_number_is_one_change(
    paragraphs: Paragraphs, count: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(paragraphs) - 1))
    sentence, old = paragraphs[place]
    changed = [*paragraphs[:place], (sentence, count), *paragraphs[place + 1 :]]
    found = diff(written(paragraphs), written(changed))
    if old == count:
        assert found.changes == ()
        return
    (change,) = found.changes
    assert change.before is not None
    assert change.after is not None
    stated = [side.quantity.mention.surface for side in (change.before, change.after)]
    assert stated == [old, count]
    assert change.after.line == 2 * place + 1


@given(paragraphs=PARAGRAPHS, data=st.data())
def test_moved_paragraphs_change_nothing(paragraphs: Paragraphs, data: st.DataObject) -> None:
    moved = data.draw(st.permutations(paragraphs))
    assert diff(written(paragraphs), written(moved)).changes == ()


@given(old=st.text(max_size=80), new=st.text(max_size=80))
def test_any_two_texts_are_compared(old: str, new: str) -> None:
    found = diff(f"Five ships. {old}", f"Five ships. {new}")
    back = diff(f"Five ships. {new}", f"Five ships. {old}")
    assert found.same == back.same
    assert found.count("added") == back.count("removed")
