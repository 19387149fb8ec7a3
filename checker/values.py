"""
Value types without the start-up cost of `dataclasses`.

`@frozen` makes what `@dataclass(frozen=True, slots=True)` makes, and `@record` what
`@dataclass(slots=True)` makes, at about a sixth of the cost a class: `inspect` is not imported, and
only `__init__` is compiled, once many values of a type are made. `dataclasses.fields`, `replace`
and `asdict` work on the result. See `docs/decisions/0011-values.md` for the measurement.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform, overload

from checker.rows import NamedTuple

T = TypeVar("T")
Methods = dict[str, Any]


class FrozenError(AttributeError):
    """An attempt to change a value."""


class _Nothing:
    """The mark of a field without a default."""

    def __repr__(self) -> str:
        return "<nothing>"


NOTHING: Any = _Nothing()


class Spec(NamedTuple):
    """How one field is set: its default or the factory of it, and where it takes part."""

    default: Any = NOTHING
    factory: Callable[[], Any] | None = None
    repr: bool = True
    compare: bool = True
    init: bool = True


def field(  # noqa: PLR0913 - the keywords of dataclasses
    *,
    default: Any = NOTHING,  # noqa: ANN401 - any value can be a default
    default_factory: Callable[[], Any] | None = None,
    repr: bool = True,  # noqa: A002 - named as in dataclasses
    compare: bool = True,
    init: bool = True,
) -> Any:  # noqa: ANN401 - stands for a value of the field's type
    """Describe one field, as `dataclasses.field` does."""
    return Spec(default, default_factory, repr, compare, init)


@overload
def frozen(cls: type[T]) -> type[T]: ...
@overload
def frozen(*, order: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, *, order: bool = False) -> Any:
    """Make a class of frozen values with slots, equal when their fields are."""
    if cls is None:
        return lambda one: _made(one, fixed=True, order=order)
    return _made(cls, fixed=True, order=order)


@dataclass_transform(field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class of changeable records with slots, equal when their fields are."""
    return _made(cls, fixed=False, order=False)


def field_names(one: object) -> tuple[str, ...]:
    """Return the names of the fields of a value or a class of values, in order."""
    return tuple(one.__value_fields__)  # type: ignore[attr-defined]


def replace(old: T, **changes: Any) -> T:  # noqa: ANN401 - fields of any type
    """Return a copy with some fields changed."""
    specs = cast("Mapping[str, Spec]", type(old).__value_fields__)  # type: ignore[attr-defined]
    fields = {name: getattr(old, name) for name, spec in specs.items() if spec.init}
    return type(old)(**(fields | changes))


def _made(cls: type[T], *, fixed: bool, order: bool) -> type[T]:
    """Build the class anew, with slots and the methods of a value."""
    own = _specs(cls)
    inherited = [getattr(base, "__value_fields__", {}) for base in reversed(cls.__mro__[1:])]
    specs = {name: spec for table in (*inherited, own) for name, spec in table.items()}
    kept = {
        name: attribute
        for name, attribute in cls.__dict__.items()
        if name not in own and name not in ("__dict__", "__weakref__")
    }
    methods = _methods(specs, fixed=fixed, order=order)
    namespace = {**methods, **kept, "__slots__": tuple(own), "__value_fields__": specs}
    metaclass: Any = type(cls)
    made: Any = metaclass(cls.__name__, cls.__bases__, namespace)
    made.__init__ = _on_first_use(made, specs, fixed)
    return cast("type[T]", made)


def _specs(cls: type) -> dict[str, Spec]:
    """Read the fields off the annotations of a class."""
    specs: dict[str, Spec] = {}
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():  # noqa: RUF063
        if not str(annotation).startswith("ClassVar"):
            default = cls.__dict__.get(name, NOTHING)
            specs[name] = default if isinstance(default, Spec) else Spec(default)
    return specs


# Compiling costs about as much as making this many values without it.
_OFTEN = 15


def _on_first_use(made: Any, specs: Mapping[str, Spec], fixed: bool) -> Callable[..., None]:  # noqa: ANN401
    """
    Return an `__init__` that puts the real one in its place once it has been used often.

    A run makes values of half the types, and of most of these only a few.
    """
    given = {name: spec for name, spec in specs.items() if spec.init}
    used = 0

    def __init__(self: Any, *values: Any, **fields: Any) -> None:  # noqa: ANN401, N807
        nonlocal used
        used += 1
        bound = _bound(given, values, fields) if used <= _OFTEN else None
        if bound is None:
            # A wrong call too is left to the real one, which says what is wrong with it.
            made.__init__ = _initialiser(made, specs, fixed)
            made.__init__(self, *values, **fields)
            return
        for name, value in bound.items():
            object.__setattr__(self, name, value)
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    return __init__


def _bound(
    specs: Mapping[str, Spec], values: tuple[Any, ...], fields: Methods
) -> dict[str, Any] | None:
    """Return the value of each field, as a call binds it; None where the call is wrong."""
    bound = dict(zip(specs, values, strict=False))
    bound.update(fields)
    if len(bound) != len(values) + len(fields):
        return None
    if fields or len(bound) < len(specs):
        for name, spec in specs.items():
            if name not in bound:
                bound[name] = spec.default if spec.factory is None else spec.factory()
                if bound[name] is NOTHING:
                    return None
    return bound if len(bound) == len(specs) else None


def _initialiser(cls: type, specs: Mapping[str, Spec], fixed: bool) -> Callable[..., None]:
    """Compile `__init__`: slots are set through their descriptors, which is the fastest way."""
    scope: dict[str, Any] = {"_nothing": NOTHING}
    parameters, body = ["self"], []
    for name, spec in specs.items():
        if not spec.init:
            continue
        given = name
        if spec.factory is not None:
            scope[f"_new_{name}"] = spec.factory
            given = f"_new_{name}() if {name} is _nothing else {name}"
            parameters.append(f"{name}=_nothing")
        elif spec.default is not NOTHING:
            scope[f"_default_{name}"] = spec.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        if fixed:
            scope[f"_set_{name}"] = getattr(cls, name).__set__
            body.append(f"    _set_{name}(self, {given})")
        else:
            body.append(f"    self.{name} = {given}")
    if hasattr(cls, "__post_init__"):
        body.append("    self.__post_init__()")
    source = f"def __init__({', '.join(parameters)}):\n" + "\n".join(body or ["    pass"])
    exec(source, scope)  # noqa: S102 - the names are those of the class body
    made: Callable[..., None] = scope["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _methods(specs: Mapping[str, Spec], *, fixed: bool, order: bool) -> Methods:
    """Return the methods that all values share, bound to the fields of one class."""
    shown = [name for name, spec in specs.items() if spec.repr]
    compared = [name for name, spec in specs.items() if spec.compare]
    given = [name for name, spec in specs.items() if spec.init]
    key: Callable[[Any], Any] = attrgetter(*compared) if compared else lambda _: ()

    def __eq__(self: Any, other: object) -> Any:  # noqa: ANN401, N807
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def __repr__(self: Any) -> str:  # noqa: ANN401, N807
        inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({inside})"

    def __reduce__(self: Any) -> tuple[Any, tuple[Any, ...]]:  # noqa: ANN401, N807
        return type(self), tuple(getattr(self, name) for name in given)

    methods: Methods = {
        "__eq__": __eq__,
        "__repr__": __repr__,
        "__reduce__": __reduce__,
        "__hash__": None,
        "__match_args__": tuple(specs),
        "__dataclass_fields__": _DataclassFields(),
    }
    if fixed:
        methods |= {"__hash__": lambda self: hash(key(self)), "__setattr__": _refuse}
        methods["__delattr__"] = _refuse
    return methods | (_ordering(key) if order else {})


def _ordering(key: Callable[[Any], Any]) -> Methods:
    """Return the four comparisons of one class."""

    def same(one: object, other: object) -> bool:
        return one.__class__ is other.__class__

    return {
        "__lt__": lambda a, b: key(a) < key(b) if same(a, b) else NotImplemented,
        "__le__": lambda a, b: key(a) <= key(b) if same(a, b) else NotImplemented,
        "__gt__": lambda a, b: key(a) > key(b) if same(a, b) else NotImplemented,
        "__ge__": lambda a, b: key(a) >= key(b) if same(a, b) else NotImplemented,
    }


def _refuse(self: object, name: str, *_: object) -> None:
    """Stand in for `__setattr__` and `__delattr__` of a value."""
    raise FrozenError(f"{type(self).__name__}.{name} cannot be changed; make a new value")


class _DataclassFields:
    """Describes the fields to `dataclasses`, which is imported only when it asks."""

    def __get__(self, _: object, owner: type) -> dict[str, Any]:
        """Return what `dataclasses.fields` reads."""
        import dataclasses

        described: dict[str, Any] = {}
        specs = cast("Mapping[str, Spec]", owner.__value_fields__)  # type: ignore[attr-defined]
        for name, spec in specs.items():
            options: dict[str, Any] = {
                "repr": spec.repr,
                "compare": spec.compare,
                "init": spec.init,
            }
            if spec.factory is not None:
                options["default_factory"] = spec.factory
            elif spec.default is not NOTHING:
                options["default"] = spec.default
            one = dataclasses.field(**options)
            one.name, one.type = name, owner.__annotations__.get(name, "")
            one._field_type = dataclasses._FIELD  # type: ignore[attr-defined]  # noqa: SLF001
            described[name] = one
        return described
