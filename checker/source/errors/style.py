"""What a module's clauses say together: whether it tells of its errors at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from checker.source.facts.errors import CaughtError

_MANY = 8
"""So many clauses that tell nothing are a way of working, in a large module: in those that were read one in eight hid what was missed."""
_LARGE = 30
"""Functions of a module that is no collection of examples; of one, most have such a clause."""
_COPIES = 5
"""So many clauses around nothing in one function measure what they cost: nobody leaves so much still to be written."""


def styled(found: Iterable[CaughtError], functions: int) -> tuple[CaughtError, ...]:
    """The clauses of a module, marked where many of them catch everything and not one of them tells of it."""
    clauses = _measured(tuple(found))
    broad = [one for one in clauses if one.broad and not one.suppress]
    silent = sum(not one.heard and "raise" not in one.ways for one in broad)
    if silent < _MANY or functions < max(_LARGE, 2 * silent) or any(one.heard for one in broad):
        return clauses
    return tuple(msgspec.structs.replace(one, mute=True) for one in clauses)


def _measured(clauses: tuple[CaughtError, ...]) -> tuple[CaughtError, ...]:
    """The clauses, marked where one function repeats such a one around nothing: a benchmark."""
    around_nothing = Counter((one.function, one.first) for one in clauses if one.idle and one.function)
    many = {at for at, number in around_nothing.items() if number >= _COPIES}
    return tuple(msgspec.structs.replace(one, mute=True) if one.idle and (one.function, one.first) in many else one for one in clauses)
