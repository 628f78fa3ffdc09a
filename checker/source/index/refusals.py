"""Conditions by which a server is asked whether it has refused: by its status, by a word, or by a code that stands in its answer."""

from __future__ import annotations

import ast
import functools

from checker.source.ir.syntax import last
from checker.source.lexicon.words import split

_BAD = frozenset({"failed", "failure", "error"})
_GOOD = frozenset({"ok", "success", "successful", "succeeded"})
_LESS = frozenset((ast.Lt, ast.LtE))
_MORE = frozenset((ast.Gt, ast.GtE))
_REFUSED_FROM = 300
"""HTTP status from which on an answer is no success."""
_EMPTY = 204
_STATUS = frozenset({"status", "statuscode"})
_SUCCESS_FROM = 200
_SUCCESS_TO = frozenset({299, 300, 399, 400})
_AMONG = frozenset((ast.In, ast.Eq))
_NOT_AMONG = frozenset((ast.NotIn, ast.NotEq))
_CODES = frozenset({"code", "errcode", "err_code", "error_code", "errorcode", "errno", "ret", "retcode", "rc", "status"})
"""Keys of answers under which 0 says that all went well."""
_OUTCOMES = frozenset({"status", "result", "state", "outcome"})
_DONE = frozenset({"ok", "success", "succeeded", "successful"})


def refused(test: ast.expr) -> tuple[bool, bool]:
    """Whether a server has refused where a test holds, and where it fails: ``response.status != 200``, ``not response.ok``."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        held, failed = refused(test.operand)
        return failed, held
    if isinstance(test, ast.BoolOp):
        return any(refused(value)[0] for value in test.values), False
    if isinstance(test, ast.Compare):
        return _by_status(test) if len(test.ops) == 1 else (False, _within_success(test))
    name = last(test.func) if isinstance(test, ast.Call) else last(test)
    return _tells(name, _BAD), _tells(name, _GOOD)


def _by_status(test: ast.Compare) -> tuple[bool, bool]:
    operator, other = type(test.ops[0]), test.comparators[0]
    if isinstance(other, ast.Constant) and _is_outcome(_key(test.left), other.value):
        return operator is ast.NotEq, operator is ast.Eq
    if not _tells(last(test.left), _STATUS):
        return False, False
    codes = other.elts if isinstance(other, ast.Tuple | ast.List | ast.Set) else [other]
    good = all(map(_is_success, codes))
    if operator in _AMONG:
        return not good and all(map(_is_refusal, codes)), good and not all(map(_is_empty, codes))
    if operator in _NOT_AMONG:
        return good, False
    beyond = operator is ast.Gt and isinstance(other, ast.Constant) and other.value == _REFUSED_FROM - 1  # status > 299
    return (operator in _MORE and (beyond or not good)), (operator in _LESS)


def _key(value: ast.expr) -> object:
    """What is read of an answer: ``answer.get("code")``, ``answer["code"]``."""
    read = isinstance(value, ast.Call) and last(value.func) == "get" and bool(value.args)
    key = value.args[0] if read and isinstance(value, ast.Call) else value.slice if isinstance(value, ast.Subscript) else None
    return key.value if isinstance(key, ast.Constant) else None


def _is_outcome(key: object, value: object) -> bool:
    """Whether an answer says by this that what was asked for was done: ``{"errcode": 0}``, ``{"status": "ok"}``."""
    if not isinstance(key, str) or isinstance(value, bool):
        return False
    return (value in (0, "0") and key.lower() in _CODES) or (isinstance(value, str) and value.lower() in _DONE and key in _OUTCOMES)


def _within_success(test: ast.Compare) -> bool:
    """``200 <= code < 400`` asks for a success, whatever the number is called."""
    low, high = test.left, test.comparators[-1]
    if not (isinstance(low, ast.Constant) and isinstance(high, ast.Constant)):
        return False
    return {type(item) for item in test.ops} <= _LESS and low.value == _SUCCESS_FROM and high.value in _SUCCESS_TO


def _is_success(code: ast.expr) -> bool:
    if isinstance(code, ast.Constant):
        return isinstance(code.value, int) and 200 <= code.value < _REFUSED_FROM
    return last(code).upper() in ("OK", "CREATED", "ACCEPTED", "NO_CONTENT")


def _is_empty(code: ast.expr) -> bool:
    """Whether it is the success that has nothing to say: who leaves with it goes on with those that have."""
    return code.value == _EMPTY if isinstance(code, ast.Constant) else last(code).upper() in ("NO_CONTENT", "HTTP_204_NO_CONTENT")


def _is_refusal(code: ast.expr) -> bool:
    return isinstance(code, ast.Constant) and isinstance(code.value, int) and code.value >= _REFUSED_FROM


@functools.lru_cache(maxsize=10_000)
def _tells(name: str, words: frozenset[str]) -> bool:
    return bool(name) and not words.isdisjoint(split(name)[-1:] if words is not _STATUS else split(name))
