"""What is there where a verifier says no, and is not where it says yes: a text, or what is kept in a name of errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.source import ir
from checker.source.flow.literal import unnamed
from checker.source.ir.ways import Exit, Try, ends, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

_FAILED = frozenset({"expired", "invalid", "error", "errors", "failed", "err"})
"""Names of parts of an answer that are true where it is a no: ``expired, invalid, user = token_status(token)``."""
_ERRORS = frozenset({"error", "errors", "err", "errmsg"})
"""Names for the whole of an answer that are there where it is a no: ``error_msg = check_credentials(name, password)``."""

_ANSWERS_NO = frozenset({"error", "unauthorized", "unauthorised", "forbidden", "denied", "deny", "refuse", "reject", "challenge"})
"""Words of functions and classes that make an answer which refuses."""
_STATUSES = frozenset({401, 403})


def holds_a_no(fn: Fn, name: str, value: int, complains: Callable[[Fn, int], bool]) -> bool:
    """Whether a name says that what is kept in it is there where a verifier said no; of a function that ``complains`` the same is known by
    what it gives.
    """
    record = fn.body.nodes[value]
    if record[0] == ir.UNPACK:
        return not _FAILED.isdisjoint(split(name))
    return record[0] == ir.CALL and not _ERRORS.isdisjoint(split(name)) and not complains(fn, value)


def complained_of(fn: Fn, tells: Callable[[str], bool], asked: Callable[[Fn, int], Verifier | None]) -> Verifier | None:
    """The verifier that a function asks which gives a text, or an answer that refuses, where that says no, and nothing where it does not:
    ``error = check_login_form(form)``; ``None`` where it is none; ``tells``: whether a name may be a verifier's."""
    if not any(map(tells, fn.head.called)):
        return None
    if not _returned_texts(fn) and not _gives_answers(fn):
        return None  # a function that gives somebody, or "locked", gives nothing where a verifier says no
    found = (asked(fn, call) for call in fn.body.calls)
    return next((one for one in found if one is not None and not one.raises), None)


def _gives_answers(fn: Fn) -> bool:
    """Whether a function returns nothing but answers that refuse, and gives nothing where all is well:
    ``if not verify_api_key(request): return error_response(); return None``.
    """
    told = [fn.body.nodes[unnamed(fn, value)] for value in fn.body.returns]
    answers = [record for record in told if record[0] == ir.CALL and _refuses(fn, record)]
    nothing = [record for record in told if record[0] == ir.CONST and record[1] is None]
    return bool(answers) and len(answers) + len(nothing) == len(told) and (bool(nothing) or not ends(fn.steps))


def _refuses(fn: Fn, record: ir.Node) -> bool:
    """Whether an answer is made that says no, by what makes it or by its status."""
    callee = fn.body.nodes[record[1]]
    name = str(callee[2]) if callee[0] == ir.ATTR else str(callee[1]) if callee[0] in (ir.GLOBAL, ir.IMPORT) else ""
    given = [fn.body.nodes[one] for one in (*record[2], *(value for _, value in record[3])) if one >= 0]
    stated = any(one[0] == ir.CONST and isinstance(one[1], int) and one[1] in _STATUSES for one in given)
    return stated or not _ANSWERS_NO.isdisjoint(split(name.rpartition(".")[2]))


def names_errors(fn: Fn) -> bool:
    """Whether a function gives nothing, or a text that names the error which it caught: ``except InvalidLogin: return "invalid"``."""
    texts = set(_returned_texts(fn)) if fn.body.handlers else set[int]()
    clauses = (clause.block for step in walk(fn.steps) if isinstance(step, Try) for clause in step.handlers)
    return any(isinstance(one, Exit) and one.kind == "return" and one.value in texts for block in clauses for one in walk(block))


def sentences(fn: Fn) -> list[int]:
    """The sentences that a function returns which says in words why not, and gives nothing where all is well; none of any other."""
    texts = _returned_texts(fn)
    return texts if all(any(" " in part for part in _words_of(fn, value)) for value in texts) else []


def _words_of(fn: Fn, value: int) -> Iterator[str]:
    """The parts of a text that are written out."""
    nodes = fn.body.nodes
    record = nodes[unnamed(fn, value)]
    parts = [nodes[part] for part in record[1]] if record[0] == ir.JOIN else [record]
    return (part[1] for part in parts if part[0] == ir.CONST and isinstance(part[1], str))


def _returned_texts(fn: Fn) -> list[int]:
    """The texts that a function returns, none where it also returns something else, or never nothing."""
    nodes = fn.body.nodes
    told = [(value, nodes[unnamed(fn, value)]) for value in fn.body.returns]
    texts = [
        value for value, record in told if record[0] == ir.JOIN or (record[0] == ir.CONST and isinstance(record[1], str) and record[1])
    ]
    nothing = [value for value, record in told if record[0] == ir.CONST and record[1] is None]
    return [] if len(texts) + len(nothing) < len(told) or (not nothing and ends(fn.steps)) else texts
