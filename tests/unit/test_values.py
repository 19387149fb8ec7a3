"""Values behave as frozen dataclasses with slots do; `dataclasses` itself is the oracle."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from checker.values import FrozenError, field, field_names, frozen, record, replace


@frozen(order=True)
class Point:
    """Two numbers and a note that plays no part."""

    x: int
    y: int = 2
    note: str = field(default="", repr=False, compare=False)
    seen: list[int] = field(default_factory=list, compare=False)

    def doubled(self) -> "Point":
        """Return a point twice as far."""
        return replace(self, x=self.x * 2, y=self.y * 2)


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Oracle:
    """The same by the standard library."""

    x: int
    y: int = 2
    note: str = dataclasses.field(default="", repr=False, compare=False)
    seen: list[int] = dataclasses.field(default_factory=list, compare=False)


@record
class Counter:
    """Something that changes."""

    count: int = 0


@frozen
class Checked:
    """A value that refuses a wrong field."""

    x: int

    def __post_init__(self) -> None:
        """Refuse negative numbers."""
        if self.x < 0:
            raise ValueError("negative")


@frozen
class Child(Checked):
    """A value with an inherited field."""

    y: int = 1


@pytest.mark.parametrize("made", [Point, Oracle])
def test_it_is_a_frozen_dataclass_with_slots(made: Any) -> None:
    one = made(1)
    assert one == made(1, 2, "other note")
    assert hash(one) == hash(made(1, 2, "other note"))
    assert one != made(2)
    assert one != (1, 2)
    assert made(1, 9) < made(2, 0) <= made(2, 0)
    assert repr(one).endswith("(x=1, y=2, seen=[])")
    assert not hasattr(one, "__dict__")
    assert made(1).seen is not one.seen
    assert made.__match_args__ == ("x", "y", "note", "seen")
    with pytest.raises(AttributeError):
        one.x = 3
    with pytest.raises(TypeError):
        made()
    with pytest.raises(TypeError):
        _ = one < 3


def test_dataclasses_itself_can_read_it() -> None:
    point = Point(1, 3, "kept")
    assert dataclasses.is_dataclass(point)
    assert dataclasses.asdict(point) == {"x": 1, "y": 3, "note": "kept", "seen": []}
    assert dataclasses.replace(point, x=5) == Point(5, 3)


def test_it_survives_copying_and_pickling() -> None:
    point = Point(1, 3, "kept")
    assert copy.deepcopy(point).note == "kept"
    assert pickle.loads(pickle.dumps(point)) == point


def test_field_names_come_in_order() -> None:
    assert field_names(Point) == field_names(Point(1)) == ("x", "y", "note", "seen")


def test_replace_makes_a_new_value() -> None:
    point = Point(1)
    assert point.doubled() == Point(2, 4)
    assert point == Point(1)
    with pytest.raises(TypeError):
        replace(point, z=1)


def test_a_record_changes_and_has_no_hash() -> None:
    counter = Counter()
    counter.count += 1
    assert counter == Counter(1)
    with pytest.raises(TypeError):
        hash(counter)
    with pytest.raises(AttributeError):
        counter.other = 1  # type: ignore[attr-defined]


def test_post_init_and_inheritance() -> None:
    assert repr(Child(1)) == "Child(x=1, y=1)"
    with pytest.raises(ValueError, match="negative"):
        Child(-1)
    with pytest.raises(FrozenError, match=r"Child\.y cannot be changed"):
        Child(1).y = 2  # type: ignore[misc]


def test_the_first_values_and_the_later_ones_are_made_alike() -> None:
    @frozen
    class Fresh:
        x: int
        y: tuple[int, ...] = ()
        z: list[int] = field(default_factory=list)

    made = [Fresh(1, z=[2]) for _ in range(50)]
    assert all(one == Fresh(x=1, y=(), z=[2]) for one in made)
    assert made[0].z is not made[-1].z
    assert repr(made[0]) == repr(made[-1])


@pytest.mark.parametrize(
    ("values", "fields"),
    [((), {}), ((1, 2, 3), {}), ((1,), {"x": 1}), ((1,), {"w": 1}), ((), {"x": 1, "w": 2})],
)
@pytest.mark.parametrize("count", [0, 1, 50])
def test_wrong_calls_are_refused_however_many_were_right(
    values: tuple[int, ...], fields: dict[str, int], count: int
) -> None:
    @record
    class Fresh:
        x: int
        y: int = 0

    for number in range(count):
        assert Fresh(number).x == number
    with pytest.raises(TypeError, match="__init__"):
        Fresh(*values, **fields)
    assert Fresh(3) == Fresh(3, 0)
