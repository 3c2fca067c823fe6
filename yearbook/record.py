"""Records with slots: dataclasses that cost little until they are used.

A program that starts makes all classes of the model and uses few, and `dataclass` compiles six
methods for each. Here they are shared, and `__init__` is compiled for the first instance.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """A frozen record with slots whose fields are given by name."""
    return _made(cls, FROZEN, named=True)


@dataclass_transform(frozen_default=True)
def positional(cls: type[T]) -> type[T]:
    """A frozen record with slots whose fields may be given by their order."""
    return _made(cls, FROZEN)


@dataclass_transform(frozen_default=True)
def view(cls: type[T]) -> type[T]:
    """The same that is frozen by its types alone: of the many that a page is shown from."""
    return _made(cls, METHODS)


def _made(cls: type[T], methods: tuple[Callable[..., Any], ...], named: bool = False) -> type[T]:
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=named)(cls)
    made._values = attrgetter(*made.__slots__)
    for method in methods:
        setattr(made, f"_{method.__name__}__", method)
    return made  # type: ignore[no-any-return]


def _init(self: Any, *row: Any, **given: Any) -> None:
    cls = type(self)
    cls.__init__ = _initialiser(cls)
    self.__init__(*row, **given)


def _initialiser(cls: Any) -> Callable[..., None]:
    """`__init__` of a record; one that is frozen sets its slots past `__setattr__`."""
    names: dict[str, Any] = {}
    frozen = cls.__setattr__ is _setattr
    params, lines = [], []
    for one in fields(cls):
        names[f"set_{one.name}"] = getattr(cls, one.name).__set__
        names[f"or_{one.name}"] = one.default
        params.append(one.name if one.default is MISSING else f"{one.name}=or_{one.name}")
        setting = f"set_{one.name}(self, {one.name})"
        lines.append(f"    {setting if frozen else f'self.{one.name} = {one.name}'}")
    start = ["self", "*"] if fields(cls)[0].kw_only else ["self"]
    exec("\n".join([f"def __init__({', '.join([*start, *params])}):", *lines]), names)
    made: Callable[..., None] = names["__init__"]
    return made


def _repr(self: Any) -> str:
    said = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{type(self).__qualname__}({said})"


def _eq(self: Any, other: Any) -> Any:
    return (
        self._values(self) == self._values(other) if type(other) is type(self) else NotImplemented
    )


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _setattr(self: Any, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__slots__]


def _setstate(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)


METHODS = (_init, _repr, _eq, _hash, _getstate, _setstate)
FROZEN = (*METHODS, _setattr, _delattr)
