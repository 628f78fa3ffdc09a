"""What a statement proves of the names in it: behind a look-up that raises where nothing is found, a name is that of something known."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from itertools import islice

from checker.source.ir.syntax import last
from checker.source.lexicon.words import split

_CONVERTS = frozenset({"int", "float", "UUID", "Decimal", "ObjectId", "ip_address", "ip_network", "fromisoformat", "strptime"})
"""Calls that raise for what has not their form."""
_FINDS = frozenset({"one", "scalar_one", "get_by_natural_key"})
"""Calls that raise where nothing is found."""
_ROWS = frozenset({"objects", "_default_manager", "_base_manager"})
"""Managers of rows, whose ``get()`` raises where there is none."""
_NUMBERS = frozenset({"id", "pk"})
"""Columns that take nothing but a number or a UUID."""
_NOT_FOUND = 404
_SAYS_MISSING = frozenset({"HTTP_404_NOT_FOUND", "NOT_FOUND", "Http404", "HTTPNotFound"})
"""The status of an answer that there is no such thing, and the exceptions of which one is made."""
_MAKES = frozenset({"create", "add", "insert", "register", "new", "make", "post", "upload", "save", "set", "put", "rename"})
"""First words of functions that are given what something is called from then on, behind what it belongs to."""
_MOST = 40
"""Expressions of one statement that are looked at."""
_LINKS = (ast.Await, ast.Attribute, ast.Subscript)


def settled(value: ast.expr) -> list[str]:
    """Names by which a value could only be had, or it raised: ``KNOWN[kind]``, ``int(kind)``, ``get_object_or_404(...)``."""
    names: list[str] = []
    for _ in range(_MOST):  # as `_chain` does, for every statement
        if isinstance(value, ast.Call):
            called = last(value.func)
            if called in _CONVERTS:
                names += [item.id for item in value.args[:1] if isinstance(item, ast.Name)]
            else:
                names += _converted(value)
                names += _given(_chain(value)) if _raises(value.func, called) else ()
            value = value.func
        elif isinstance(value, _LINKS):
            if isinstance(value, ast.Subscript) and isinstance(value.slice, ast.Name):
                names.append(value.slice.id)
            value = value.value
        else:
            break
    return names


def _converted(call: ast.Call) -> list[str]:
    """Names of which a call is given what was made a number: ``repair(job=int(job))``."""
    given = [*call.args, *(word.value for word in call.keywords)]
    made = [item for item in given if isinstance(item, ast.Call) and len(item.args) == 1 and last(item.func) in _CONVERTS]
    return [item.args[0].id for item in made if isinstance(item.args[0], ast.Name)]


def numbered(body: list[ast.stmt]) -> list[str]:
    """Names that are numbers where no row was found for them, as a text had raised another error: ``User.objects.get(id=number)``.

    Of several look-ups nobody knows which one found nothing: then none.
    """
    calls = [part for statement in body[:_MOST] for part in ast.walk(statement) if isinstance(part, ast.Call)]
    finding = [call for call in calls if _raises(call.func, last(call.func))]
    words = finding[0].keywords if len(finding) == 1 else ()
    return [word.value.id for word in words if word.arg in _NUMBERS and isinstance(word.value, ast.Name)]


def asked(value: ast.expr) -> tuple[ast.Call, list[str]] | None:
    """A call and the names that it is given, where a statement is no more than that: only its function tells whether it raises."""
    call = value.value if isinstance(value, ast.Await) else value
    if not isinstance(call, ast.Call):
        return None
    names = [item.id for item in (*call.args, *(keyword.value for keyword in call.keywords)) if isinstance(item, ast.Name)]
    return (call, names) if names else None


def known_behind(call: ast.Call, names: list[str]) -> list[str]:
    """Of the names that a call is given those of what it must have found: what it makes is called by the others."""
    return names if _MAKES.isdisjoint(split(last(call.func))[:1]) else names[:1]


def says_missing(clause: ast.ExceptHandler) -> bool:
    """Whether a clause answers that there is no such thing: ``raise HTTPException(404)``, ``abort(404)``, ``raise Http404``."""
    for part in islice((part for statement in clause.body for part in ast.walk(statement)), _MOST):
        if isinstance(part, ast.Constant) and part.value == _NOT_FOUND:
            return True
        if isinstance(part, ast.Name | ast.Attribute) and last(part) in _SAYS_MISSING:
            return True
    return False


def compared(call: ast.Call) -> frozenset[str]:
    """The names by which a query is told what it looks for: ``query.filter(Shop.name == name)``."""
    waiting, names = list[ast.expr](call.args), set[str]()
    for _ in range(_MOST):
        if not waiting:
            break
        item = waiting.pop()
        if isinstance(item, ast.BinOp) and isinstance(item.op, ast.BitAnd):
            waiting += (item.left, item.right)
        elif isinstance(item, ast.Compare) and isinstance(item.ops[0], ast.Eq):
            names.update(part.id for part in (item.left, *item.comparators) if isinstance(part, ast.Name))
    return frozenset(names)


def _chain(value: ast.expr) -> Iterator[ast.expr]:
    """``a[b].c(d)`` from its end to its start."""
    for _ in range(_MOST):
        yield value
        if isinstance(value, _LINKS):
            value = value.value
        elif isinstance(value, ast.Call):
            value = value.func
        else:
            return


def _raises(callee: ast.expr, called: str) -> bool:
    if called in ("get", "aget"):
        return isinstance(callee, ast.Attribute) and last(callee.value) in _ROWS
    return called.endswith("_or_404") or called in _FINDS


def _given(chain: Iterable[ast.expr]) -> list[str]:
    """The names in all arguments of a chain of calls: ``query.filter(Shop.name == name).one()``."""
    waiting = [item for part in chain if isinstance(part, ast.Call) for item in (*part.args, *(word.value for word in part.keywords))]
    names = []
    for _ in range(_MOST):
        if not waiting:
            break
        item = waiting.pop()
        if isinstance(item, ast.Name):
            names.append(item.id)
        elif isinstance(item, ast.Compare | ast.BinOp | ast.Call | ast.BoolOp):
            waiting += [part for part in ast.iter_child_nodes(item) if isinstance(part, ast.expr)]
    return names
