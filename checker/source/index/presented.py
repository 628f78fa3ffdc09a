"""What a program shows or checks as a credential: ``f"Bearer {token}"``, ``compare_digest(given, secret)``, ``token = getpass()``."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from itertools import pairwise

from checker import patterns as re
from checker.source.index.evidence import unwrapped
from checker.source.index.marks import PRESENTED
from checker.source.ir.syntax import dotted, last
from checker.source.lexicon.words import split

_BEFORE = re.compile(
    r"^(?:bearer|basic|token|apikey|api-key) $|(?:[?&;][\w.-]{0,40}|\b(?:session|token))=$",
    re.IGNORECASE,
)
"""Text behind which a credential stands: a scheme, a parameter of an address, a cookie."""
_PLACES = re.compile(r"%s|\{\w{0,40}\}")
_CHECKS = frozenset(
    {
        "compare_digest", "constant_time_compare", "check_password", "check_password_hash", "verify_password", "set_password",
        "make_password", "hash_password", "sha256", "sha512", "sha1", "md5", "blake2b", "pbkdf2_hmac", "hashpw", "checkpw",
        "HTTPBasicAuth", "HTTPDigestAuth", "BasicAuth", "SecretStr", "set_secret", "Fernet",
    }
)  # fmt: skip
"""Last parts of calls whose every argument is a credential, or made into one."""
_GIVES = frozenset(
    {"login", "signin", "authenticate", "authenticated", "getpass", "getenv", "keyring", "urandom", "authorize", "auth", "refresh"}
)
"""Words of calls that give one."""
_MAKES = frozenset(
    {"token_hex", "token_urlsafe", "token_bytes", "get_password", "make_token", "generate_token", "create_token", "issue_token"}
)
NAMES = _CHECKS | {"format"}
_KEPT = (ast.Name, ast.Attribute)


def note(called: set[str], names: Iterable[str]) -> None:
    """Note names of what is shown or checked as a credential among what a function calls, and that there is one."""
    marks = {f"{PRESENTED}{name}" for name in names if name}
    if marks:
        called |= marks
        called.add(PRESENTED)


def name_of(node: ast.expr) -> str:
    """What a value that is shown or checked is called; ``""`` where it has no name."""
    return dotted(unwrapped(node)).rpartition(".")[2]


def in_text(node: ast.JoinedStr) -> Iterator[str]:
    """``f"Bearer {token}"``, ``f"{url}?token={token}"``"""
    for text, part in pairwise(node.values):
        if isinstance(part, ast.FormattedValue) and _announces(text, first=text is node.values[0]):
            yield name_of(part.value)


def in_sum(terms: list[ast.expr]) -> Iterator[str]:
    """``"Bearer " + token``"""
    for text, part in pairwise(terms):
        if _announces(text, first=text is terms[0]):
            yield name_of(part)


def in_template(node: ast.expr, given: list[ast.expr]) -> Iterator[str]:
    """``"Bearer %s" % token``, ``"Bearer {}".format(token)``"""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return
    before = _PLACES.split(node.value)[:-1]
    if len(before) == len(given):
        yield from (name_of(part) for text, part in zip(before, given, strict=True) if _BEFORE.search(text))


def in_call(node: ast.Call, name: str) -> Iterator[str]:
    """What a call checks: ``compare_digest(given, self.secret)``; or is put into the text whose method it is."""
    if name in _CHECKS:
        yield from map(name_of, node.args)
    elif name == "format" and isinstance(node.func, ast.Attribute):
        yield from in_template(node.func.value, node.args)


def given(target: ast.expr, value: ast.expr) -> Iterator[str]:
    """``self.token = await client.login(user)``: what a login gives, what is drawn by lot, what is asked for."""
    if isinstance(value, ast.Await):
        value = value.value
    if isinstance(target, _KEPT) and isinstance(value, ast.Call):
        name = last(value.func)
        if name in _MAKES or not _GIVES.isdisjoint(split(name)):
            yield name_of(target)


def _announces(text: ast.expr, *, first: bool) -> bool:
    found = _BEFORE.search(text.value) if isinstance(text, ast.Constant) and isinstance(text.value, str) else None
    return found is not None and (first or found.start() > 0 or "=" in found[0])
