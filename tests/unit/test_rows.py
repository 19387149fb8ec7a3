"""Rows behave as `typing.NamedTuple` does, which is the oracle, on the first use and after many."""

import copy
import pickle
import typing
from typing import Any, Generic, TypeVar

import pytest

from checker.rows import NamedTuple

T = TypeVar("T")


class Place(NamedTuple):
    """A row with a default and a method."""

    first: int
    last: int = 2
    note: str = ""

    def size(self) -> int:
        """Return a number worked out."""
        return self.last - self.first


class Oracle(typing.NamedTuple):
    """The same by the standard library."""

    first: int
    last: int = 2
    note: str = ""


class Found(NamedTuple, Generic[T]):
    """A row of a type that is filled in."""

    payload: T


class Named(NamedTuple):
    """A row that writes itself in its own way."""

    name: str

    def __repr__(self) -> str:
        """Return the mere name."""
        return self.name


# More than the number of rows after which `__new__` is compiled.
MANY = 300

CALLS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((1,), {}),
    ((1, 3), {}),
    ((1, 3, "x"), {}),
    ((1,), {"note": "x"}),
    ((), {"note": "x", "first": 5}),
    ((), {"first": 5, "last": 7, "note": ""}),
]
WRONG: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((), {}),
    ((1, 2, "x", 4), {}),
    ((1,), {"first": 2}),
    ((1,), {"other": 2}),
    ((), {"last": 2}),
]


@pytest.fixture(params=["first use", "often"], name="place")
def fixture_place(request: pytest.FixtureRequest) -> Any:
    """Return a class of its own, new or used often."""

    class Fresh(NamedTuple):
        first: int
        last: int = 2
        note: str = ""

    for number in range(MANY if request.param == "often" else 0):
        Fresh(number)
    return Fresh


@pytest.mark.parametrize(("values", "fields"), CALLS)
def test_calls(place: Any, values: tuple[Any, ...], fields: dict[str, Any]) -> None:
    """Values and fields land where the oracle puts them."""
    for _ in range(MANY):
        made, expected = place(*values, **fields), Oracle(*values, **fields)
        assert tuple(made) == tuple(expected)
    assert (made.first, made.last, made.note) == (expected.first, expected.last, expected.note)


@pytest.mark.parametrize(("values", "fields"), WRONG)
def test_wrong_calls(place: Any, values: tuple[Any, ...], fields: dict[str, Any]) -> None:
    """What the oracle refuses is refused, and a right call still works afterwards."""
    with pytest.raises(TypeError):
        Oracle(*values, **fields)
    for _ in range(2):
        with pytest.raises(TypeError):
            place(*values, **fields)
    assert place(1) == (1, 2, "")


def test_fields_and_defaults() -> None:
    """A class tells its fields as the oracle does."""
    assert Place._fields == Oracle._fields == Place.__match_args__
    assert Place._field_defaults == Oracle._field_defaults
    assert Place.__doc__ == "A row with a default and a method."
    assert Place.__bases__ == (tuple,)
    assert Place.__mro__[1:] == Oracle.__mro__[1:]


def test_values() -> None:
    """Rows are tuples with names: equal, hashed, matched and written as the oracle's."""
    made, expected = Place(1, 4), Oracle(1, 4)
    assert made == expected
    assert hash(made) == hash(expected)
    assert repr(made) == repr(expected).replace("Oracle", "Place")
    assert made._asdict() == expected._asdict()
    assert made._replace(last=9) == expected._replace(last=9)
    assert isinstance(made._replace(last=9), Place)
    assert Place._make([1, 2, "x"]) == Oracle._make([1, 2, "x"])
    assert made.size() == 3
    match made:
        case Place(first, last=last):
            assert (first, last) == (1, 4)


def test_wrong_changes() -> None:
    """What no field takes is an error."""
    with pytest.raises(ValueError, match="other"):
        Place(1)._replace(other=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Place._make([1])
    with pytest.raises(AttributeError):
        Place(1).first = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Place(1).other = 2  # type: ignore[attr-defined]


def test_copies() -> None:
    """Rows are pickled and copied."""
    made = Place(1, 4, "x")
    assert pickle.loads(pickle.dumps(made)) == made
    assert type(pickle.loads(pickle.dumps(made))) is Place
    assert copy.deepcopy(made) == copy.copy(made) == made


def test_own_methods_and_types() -> None:
    """What the body says goes before, and a row may be generic."""
    assert repr(Named("x")) == "x"
    assert Found("x").payload == "x"
    assert Found[str]("x") == ("x",)


def test_order_of_defaults() -> None:
    """A field without a default behind one that has it is a fault of the class."""
    with pytest.raises(TypeError, match="follows"):
        type(NamedTuple)("Wrong", (NamedTuple,), {"__annotations__": {"a": int, "b": int}, "a": 1})
