"""Answers that are handed to something else: to a helper's keywords, to the server that sends them."""

from __future__ import annotations

from checker.source import ir
from checker.source.flow.literal import bare
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_ANSWERS = frozenset({"error", "response", "answer", "abort", "failure"})
_OF_ANSWERS = frozenset({"http", "error", "abort", "api", "json", "rest", "failure"})


def _is_wsgi(fn: Fn, record: ir.Node) -> bool:
    """Whether an answer is asked for its body as an application is: ``HTTPForbidden()(environ, start_response)``."""
    return len(record[2]) == 2 and "start_response" in fn.head.params


def keywords(helper: Fn) -> bool:
    """Whether a helper makes its answer with whatever keywords it is given: ``return Response(dumps(body), **kwargs)``."""
    nodes = helper.body.nodes
    made = [nodes[bare(helper, value, ir.SET)] for value in helper.body.returns]  # response.headers["Vary"] = "Cookie"
    return bool(made) and all(one[0] == ir.CALL and any(key == "" for key, _ in one[3]) for one in made)


def sent(fn: Fn, record: ir.Node, name: str) -> int:
    """What a call sends or fails with: ``Response("no", status=401).asgi_send(send)``, ``defer.fail(UnauthorizedLogin())``; else -1."""
    callee = fn.body.nodes[record[1]]
    if name == "asgi_send" and callee[0] == ir.ATTR:
        return int(callee[1])
    if callee[0] == ir.CALL and ("send" in fn.head.params or _is_wsgi(fn, record)):  # JSONResponse({}, 401)(scope, receive, send)
        return int(record[1])
    return int(record[2][0]) if name == "fail" and len(record[2]) == 1 else -1


def answers(name: str) -> bool:
    """Whether a helper of that name answers with what it is given: ``http_error()``, ``error_response()``."""
    words = split(name)
    return not _ANSWERS.isdisjoint(words[-1:]) and not _OF_ANSWERS.isdisjoint(words) and not name[:1].isupper()
