"""The company that a name keeps: a token is a credential where something logs in, and a word where something is read."""

from __future__ import annotations

from checker.source.names.elements import Fn

_ENOUGH = 50
"""Words of a module from which on it matters which are not among them."""


def in_company(fn: Fn, around: frozenset[str], company: tuple[str, ...]) -> bool:
    """Whether one of these words stands among those around a function, or among the names and libraries that its module uses.

    Also where there are none, and where the module says too little to tell.
    """
    if not company or not around.isdisjoint(company) or not fn.module.tops.isdisjoint(company):
        return True
    spoken = fn.module.spoken
    return len(spoken) < _ENOUGH or not spoken.isdisjoint(company)
