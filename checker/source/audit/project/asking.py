"""Functions of the project's own that have somebody verified: who calls one decides by its answer, whatever it is called.

What is looked for is told by heads alone: the names of what a function calls. Whether the answer really is the verifier's is found out
where such a function is called.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker import files
from checker.source.audit.project.wiring import apart
from checker.source.names.elements import Fn
from checker.source.names.lookup import Names

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms

_OF_FRAMEWORKS = frozenset({
    "get", "post", "put", "delete", "patch", "head", "options", "dispatch", "main", "run", "handle", "execute", "call", "wrapper", "inner",
    "wrapped", "decorated", "decorator", "setup", "save", "create", "update"
})  # fmt: skip
"""Names of what is asked by others too often to say anything."""
_MOST_CALLS = 40
"""Of a name that is asked for more often, most are some other function."""


def asking(names: Names, terms: Terms) -> frozenset[str]:
    """Names of functions that call a verifier, or a function that does."""
    called = names.survey.called
    direct = _named(names, (one for one in called.names() if terms.verifiers.tells(one)))
    return direct | _named(names, direct)


def _named(names: Names, called: Iterable[str]) -> frozenset[str]:
    """Names of the functions that call something of one of these names."""
    survey = names.survey
    places = {place for one in called for place in survey.called.places(one) if not files.is_test(names.modules[place[0]].path)}
    found = {fn.name for fn in map(names.function, sorted(places)) if _counts(fn)}
    return frozenset(name for name in found if len(survey.called.places(name)) <= _MOST_CALLS)


def _counts(fn: Fn) -> bool:
    """Whether a function is code of the product's that can be called by its name."""
    return fn.index > 0 and not fn.name.startswith(("__", "<")) and fn.name not in _OF_FRAMEWORKS and not apart(fn.module)
