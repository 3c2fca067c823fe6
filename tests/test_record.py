"""Records are dataclasses that are frozen, compared by what they hold, and made late."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from yearbook.record import positional, record


@record
class Named:
    name: str
    size: int = 3


@positional
class Placed:
    line: int
    column: int = 1


class Wider(Placed):
    pass


def test_fields_are_given_by_name_or_in_their_order() -> None:
    assert (Named(name="a").size, Placed(2).column, Placed(2, column=5).column) == (3, 1, 5)
    with pytest.raises(TypeError):
        Named("a")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Placed()  # type: ignore[call-arg]


def test_they_are_compared_and_hashed_by_their_values() -> None:
    assert Named(name="a") == Named(name="a") != Named(name="b")
    assert len({Named(name="a"), Named(name="a")}) == 1
    assert Placed(1) != Wider(1) == Wider(1, 1)


def test_they_are_frozen() -> None:
    one = Named(name="a")
    with pytest.raises(FrozenInstanceError):
        one.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del one.name


def test_they_are_dataclasses() -> None:
    one = Named(name="a")
    assert [field.name for field in fields(Named)] == ["name", "size"]
    assert replace(one, size=4) == Named(name="a", size=4)
    assert pickle.loads(pickle.dumps(one)) == copy.copy(one) == one
    assert repr(one) == "Named(name='a', size=3)"
