"""JSON with a line for each value, as the library writes it."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from yearbook.render.indented import to_json

VALUES = st.recursive(
    st.text() | st.integers() | st.floats() | st.booleans() | st.none(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES.filter(lambda value: "\\ud" not in ascii(value)))
def test_it_is_what_the_library_writes(value: object) -> None:
    expected = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    assert to_json(value) == expected.encode("utf-8")
