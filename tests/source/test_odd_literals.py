"""Literals that Python allows and a file of facts cannot hold as they are."""

from __future__ import annotations

import pytest

from checker.source.index.module import index_bytes
from checker.vocabulary import Vocabulary


@pytest.mark.parametrize(
    "text",
    [
        'x = "\\ud800"\n',
        'd = {"\\uDFFF": 1}\nprint(d["\\uDFFF"], d.get("\\U0000d9ab"), f"{d}\\udc80")\n',
        'def f(a="\\ud800"): pass\nf(a="\\ud800", **{"\\ud800": 2})\n',
        "x = 99999999999999999999999\nd = {x: 1, 99999999999999999999999: 2}\nd[99999999999999999999999]\n",
        "x = [1e999, 1j, ..., b'\\xff', -99999999999999999999999]\n",
    ],
)
def test_odd_literals_are_indexed(text: str) -> None:
    """Half characters, endless integers, complex numbers and bytes leave the file readable."""
    facts = index_bytes("odd.py", text.encode(), Vocabulary())
    assert facts.unread == ""
    assert facts.bodies
