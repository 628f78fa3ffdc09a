"""Exceptions of libraries that do nothing but verify: who catches one was told that a token, a signature or a password is not right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

if TYPE_CHECKING:
    from checker.source.names.meanings import Meanings

TOKEN = Verifier(event="authn_token_reuse")
_SIGNATURE = Verifier(event="signature_verify_fail")
_LOGIN = Verifier(event="authn_login_fail")
_LIBRARIES = {"jwt": TOKEN, "jose": TOKEN, "joserfc": TOKEN, "jwcrypto": TOKEN, "itsdangerous": TOKEN, "authlib.jose": TOKEN}
"""What their exceptions say, by the library that raises them."""
_CLASSES = {
    "cryptography.exceptions.InvalidSignature": _SIGNATURE, "nacl.exceptions.BadSignatureError": _SIGNATURE,
    "ldap.INVALID_CREDENTIALS": _LOGIN, "ldap3.core.exceptions.LDAPInvalidCredentialsResult": _LOGIN,
    "argon2.exceptions.VerifyMismatchError": _LOGIN,
}  # fmt: skip
"""The same of single classes, of libraries that do other things as well."""
_TOPS = frozenset(name.partition(".")[0] for name in (*_LIBRARIES, *_CLASSES))
_ELSEWHERE = frozenset({"jwk", "jwks", "client", "set", "key", "connection", "algorithm", "header"})
"""Words of exceptions about the keys that are fetched, and of what cannot be read."""
_MAKING = frozenset({"encode", "dumps", "sign", "jwks", "fetch"})
"""Words of calls that make a token, or ask for the keys."""


def may_catch(fn: Fn) -> bool:
    """Whether a function may catch such an exception; told by what its module imports, and by its handlers."""
    return not fn.module.tops.isdisjoint(_TOPS) and bool(fn.body.handlers)


def refused(names: Meanings, fn: Fn, types: Iterable[str]) -> Verifier | None:
    """What stands for the verifier where one of the classes that are caught is such a library's; ``None`` where none is."""
    for name in types if may_catch(fn) else ():
        entity = names.lookup(fn, name)
        if entity is None or entity[0] != "lib" or not _ELSEWHERE.isdisjoint(split(entity[1].rpartition(".")[2])):
            continue
        found = _CLASSES.get(entity[1]) or next((said for root, said in _LIBRARIES.items() if entity[1].startswith(f"{root}.")), None)
        if found is not None:
            return found
    return None


def asks(name: str) -> bool:
    """Whether a call of that name may be what verified: ``settings.decode_handler(token)``, but not ``jwt.encode(claims)``."""
    return _MAKING.isdisjoint(split(name))
