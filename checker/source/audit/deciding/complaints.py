"""Functions that give a text where a verifier says no, and nothing where it does not: ``error = check_login_form(form)``."""

from __future__ import annotations

from collections.abc import Callable

from checker.source import ir
from checker.source.flow.literal import unnamed
from checker.source.ir.ways import ends
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier


def complained_of(fn: Fn, tells: Callable[[str], bool], asked: Callable[[Fn, int], Verifier | None]) -> Verifier | None:
    """The verifier that such a function asks, ``None`` where it is none; ``tells``: whether a name may be a verifier's."""
    if not any(map(tells, fn.head.called)):
        return None
    nodes = fn.body.nodes
    returned = [nodes[unnamed(fn, value)] for value in fn.body.returns]
    texts = [record for record in returned if record[0] == ir.JOIN or (record[0] == ir.CONST and isinstance(record[1], str) and record[1])]
    nothing = [record for record in returned if record[0] == ir.CONST and record[1] is None]
    if not texts or len(texts) + len(nothing) < len(returned) or (not nothing and ends(fn.steps)):
        return None  # a function that gives somebody, or "locked", gives nothing where a verifier says no
    found = (asked(fn, call) for call in fn.body.calls)
    return next((one for one in found if one is not None and not one.raises), None)
