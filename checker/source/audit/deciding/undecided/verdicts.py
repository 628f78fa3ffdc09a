"""Verdicts that a library is given as they are: ``@auth.verify_password def check(name, given): return user.check_password(given)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.verifying.decisions import Decisions, Verified
from checker.source.audit.ways.paths import Way
from checker.source.flow.literal import unnamed
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.deciding.undecided.elsewhere import Elsewhere


def given(decisions: Decisions, elsewhere: Elsewhere, fn: Fn, way: Way) -> Verified | None:
    """The verifier whose answer a way gives to a library that asks for it, and that nobody else hears of."""
    if way.exit is None or way.exit.kind != "return" or way.exit.value < 0:
        return None
    node = unnamed(fn, way.exit.value)
    if fn.body.nodes[node][0] != ir.CALL or not elsewhere.is_asked_by_a_library(fn):
        return None
    return next((one for one in decisions.told(fn, node, holds=False) if one.failed), None)
