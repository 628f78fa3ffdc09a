"""Which errors a handler of the project's is registered for: statuses, and names of exceptions."""

from __future__ import annotations

from http import HTTPStatus

from checker import patterns as re
from checker.source import ir
from checker.source.audit.signs.mentions import named
from checker.source.ir import ways
from checker.source.ir.ways import Branch, Called
from checker.source.names.elements import Fn

_NUMBERED = re.compile(r"HTTP_(\d{3})_")
_OF_WERKZEUG = "werkzeug.exceptions."
"""Its classes are called after their statuses, and ``abort(403)`` raises them: https://werkzeug.palletsprojects.com/en/stable/exceptions/"""
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")


def of(fn: Fn, arguments: list[int]) -> frozenset[str]:
    """What the arguments say that a handler is for; ``Exception`` where a loop over all of them says it."""
    whole = [str(name) for argument in arguments if argument >= 0 for name in named(fn, argument)]
    found = [name.rpartition(".")[2] for name in whole]
    found += [status for name in found if (status := _status(name))]
    found += [
        status for name in whole if name.startswith(_OF_WERKZEUG) and (status := _status(_WORDS.sub("_", name.rpartition(".")[2]).upper()))
    ]
    found += (
        ["Exception"]
        if not any(name.isdigit() or name[:1].isupper() for name in found)
        and arguments
        and not any(fn.body.nodes[argument][0] == ir.CONST for argument in arguments if argument >= 0)
        else []
    )  # told by a loop over all of them
    found += [str(fn.body.nodes[argument][1]) for argument in arguments if argument >= 0 and fn.body.nodes[argument][0] == ir.CONST]
    return frozenset(found)


def _status(name: str) -> str:
    """The number in the name of a status: ``HTTP_403_FORBIDDEN`` of Starlette and REST framework, ``HTTPStatus.FORBIDDEN``."""
    numbered = _NUMBERED.match(name)
    if numbered is not None:
        return numbered[1]
    return str(HTTPStatus[name].value) if name in HTTPStatus.__members__ else ""


def only(fn: Fn, call: int) -> frozenset[str]:
    """The one status of a loop over all of them for which a handler is registered: ``elif code == 500:``."""
    for step in ways.walk(fn.steps):
        for arm in step.arms if isinstance(step, Branch) else ():
            if any(isinstance(one, Called) and one.node == call for one in arm.block) and arm.condition >= 0:
                record = fn.body.nodes[arm.condition]
                other = fn.body.nodes[record[2][1]] if record[0] == ir.COND and record[1] == "==" else [ir.OPAQUE]
                if other[0] == ir.CONST and isinstance(other[1], int):
                    return frozenset({str(other[1])})
    return frozenset()


def contexts(fn: Fn, name: str, record: ir.Node) -> frozenset[str]:
    """The exceptions that a view of Pyramid answers; none where its context is a resource."""
    if name == "forbidden_view_config":
        return frozenset({"HTTPForbidden", "403"})
    context = [value for key, value in record[3] if key == "context"] or (record[2][:1] if name == "exception_view_config" else [])
    found = frozenset(str(one).rpartition(".")[2] for node in context if node >= 0 for one in named(fn, node))
    if "HTTPForbidden" in found:
        return found | {"403"}
    return found if any(one.endswith(("Exception", "Error", "HTTPUnauthorized")) for one in found) else frozenset()
