"""
Named tuples without the start-up cost of `typing.NamedTuple`.

A class of rows is what `typing.NamedTuple` makes of the same body, at about a fifth of the cost:
`__new__` is compiled only once many rows of a class are made. Type checkers see the real one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple"]

Row = tuple[Any, ...]

# Compiling costs about as much as making this many rows without it.
_OFTEN = 100

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from _collections import _tuplegetter as getter

    class _Maker(type):
        """Turns the body of a class of rows into a class of tuples."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type[Row]:
            """Build the class: a child of `tuple`, and of whatever else the body names."""
            if not bases:
                return super().__new__(cls, name, bases, body)
            names = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in names if field in body}
            if list(defaults) != list(names[len(names) - len(defaults) :]):
                raise TypeError(f"{name}: a field without a default follows one that has it")
            fields = {field: getter(at, f"Field {at}") for at, field in enumerate(names)}
            body = _methods(names, defaults) | body | fields
            made = type(name, (tuple, *bases[1:]), body)
            made.__new__ = staticmethod(_on_first_use(made, names, defaults))
            return made

    class NamedTuple(metaclass=_Maker):
        """The base of classes of rows: `class Span(NamedTuple): start: int; end: int`."""


def _methods(names: tuple[str, ...], defaults: dict[str, Any]) -> dict[str, Any]:
    """Return what a class of rows has that its body does not say."""
    shown = ", ".join(f"{name}=%r" for name in names)
    return {
        "__slots__": (),
        "__match_args__": names,
        "_fields": names,
        "_field_defaults": defaults,
        "__repr__": lambda self: f"{type(self).__name__}({shown % tuple(self)})",
        "__getnewargs__": _as_tuple,
        "_asdict": lambda self: dict(zip(names, self, strict=True)),
        "_make": classmethod(_make),
        "_replace": _replace,
    }


def _as_tuple(self: Row) -> Row:
    return tuple(self)


def _make(cls: type[Any], values: Iterable[Any]) -> object:
    """Make a row of as many values as the class has fields."""
    made: Row = tuple.__new__(cls, values)
    if len(made) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
    return made


def _replace(self: Row, /, **changes: object) -> object:
    """Return a copy with some fields changed."""
    cls: type[Any] = type(self)
    made = _make(cls, map(changes.pop, cls._fields, self))
    if changes:
        raise ValueError(f"Got unexpected field names: {list(changes)!r}")
    return made


def _on_first_use(
    made: type[Any], names: tuple[str, ...], defaults: dict[str, Any]
) -> Callable[..., object]:
    """Return a `__new__` that puts the real one in its place once it has been used often."""
    used = 0

    def make(cls: type[Any], *values: object, **fields: object) -> object:
        nonlocal used
        used += 1
        if used <= _OFTEN and not fields and len(values) == len(names):
            return tuple.__new__(cls, values)
        if used <= _OFTEN and fields.keys().isdisjoint(names[: len(values)]):
            told = defaults | dict(zip(names, values, strict=False)) | fields
            if len(values) <= len(names) == len(told) and told.keys() == set(names):
                return tuple.__new__(cls, [told[name] for name in names])
        # A wrong call too is left to the real one, which says what is wrong with it.
        real = _compiled(names, defaults)
        type.__setattr__(made, "__new__", staticmethod(real))
        return real(cls, *values, **fields)

    return make


def _compiled(names: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., object]:
    """Compile the very `__new__` that the standard library writes for a class of this shape."""
    given = "".join(f"{name}, " for name in names)
    source = f"lambda _cls, {given}: _new(_cls, ({given}))"
    made: Any = eval(source, {"_new": tuple.__new__})  # noqa: S307 - the names of the class body
    made.__defaults__ = tuple(defaults.values())
    made.__name__, made.__qualname__ = "__new__", "Row.__new__"
    made_new: Callable[..., object] = made
    return made_new
