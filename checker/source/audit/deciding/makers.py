"""What a function is there for, by what it is given and by its name: to make errors, to show them, to demand a right."""

from __future__ import annotations

from checker.source import ir
from checker.source.audit.deciding.conditions import RIGHTS
from checker.source.audit.deciding.exits import Refused
from checker.source.audit.signs.statuses import FIELDS
from checker.source.audit.ways.paths import Guard, Way
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_FORGED = frozenset({"csrf", "xsrf"})
_LOGINS = frozenset({"authentication", "authenticated", "credentials", "login", "password"})
"""Words of exceptions of somebody who could not log in."""
_DEMANDING = frozenset({"require", "requires", "ensure", "enforce", "assert", "check"})
_DEMANDED = frozenset({"access", "roles", "role", "permission", "permissions", "scopes", "authorization", "authorized"})
_OF_ERRORS = frozenset({"exception", "error", "errors", "401", "403"})


def by_given_status(fn: Fn, way: Way) -> bool:
    """Whether a function makes the error of the status that it is given: ``if status == 403: error = HTTPForbidden(reason=reason)``."""
    return any(isinstance(one, Guard) and one.holds and _asks_for_a_status(fn, one.condition) for one in way.entries)


def _asks_for_a_status(fn: Fn, node: int) -> bool:
    record = fn.body.nodes[node]
    if record[0] != ir.COND or record[1] != "==":
        return False
    operands = [fn.body.nodes[one] for one in record[2]]
    given = any(one[0] == ir.PARAM and fn.head.params[one[1]] in FIELDS for one in operands)
    return given and any(one[0] == ir.CONST and isinstance(one[1], int) for one in operands)


def is_of_forms(fn: Fn) -> bool:
    """Whether a function is about forged forms, of which a browser tells and nobody's right: ``def csrf_failure(request): ...``."""
    return not _FORGED.isdisjoint(split(fn.name))


def answers_errors(fn: Fn) -> bool:
    """Whether a function answers what others refused, by its name or that of the function around it: ``shared_403_exception_handler``."""
    outer = fn.module.functions[fn.head.parent] if fn.head.parent > 0 else None
    names = (fn.name, outer.name) if outer is not None else (fn.name,)
    return any("handler" in split(name) and not _OF_ERRORS.isdisjoint(split(name)) for name in names)


def demands(fn: Fn) -> bool:
    """Whether a function is there to demand a right, by its name: ``require_superuser()``; in a library who uses it calls it."""
    words = split(fn.name)
    return not _DEMANDING.isdisjoint(words[:1]) and not (RIGHTS | _DEMANDED).isdisjoint(words[1:])


def is_of_login(refused: Refused) -> bool:
    """Whether an exception's own name says that somebody could not log in: ``AuthenticationFailed``."""
    name = refused.text.rpartition(" ")[2].partition("(")[0].rpartition(".")[2]
    return name[:1].isupper() and not _LOGINS.isdisjoint(split(name))
