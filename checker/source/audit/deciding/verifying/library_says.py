"""Exceptions of libraries that do nothing but verify: who catches one was told that a token, a signature or a password is not right.

Which these are, the vocabulary says (`checker.vocabulary.Verifier.caught`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.names.meanings import Meanings

_ELSEWHERE = frozenset({"jwk", "jwks", "client", "set", "key", "connection", "algorithm", "header"})
"""Words of exceptions about the keys that are fetched, and of what cannot be read."""
_MAKING = frozenset({"encode", "dumps", "sign", "signed", "serialize", "jwks", "fetch"})
"""Words of calls that make a token, or ask for the keys."""


class LibrarySays:
    """Knows the exceptions by their dotted names, and by the libraries that raise them."""

    def __init__(self, terms: Terms) -> None:
        self._caught = terms.caught
        self._tops = frozenset(name.partition(".")[0] for name in self._caught)

    def may_catch(self, fn: Fn) -> bool:
        """Whether a function may catch such an exception; told by what its module imports, and by its handlers."""
        return not fn.module.tops.isdisjoint(self._tops) and bool(fn.body.handlers)

    def refused(self, names: Meanings, fn: Fn, types: Iterable[str]) -> Verifier | None:
        """What stands for the verifier where one of the classes that are caught is such a library's; ``None`` where none is."""
        for name in types if self.may_catch(fn) else ():
            entity = names.lookup(fn, name)
            if entity is None or entity[0] != "lib" or not _ELSEWHERE.isdisjoint(split(entity[1].rpartition(".")[2])):
                continue
            parts = entity[1].split(".")
            found = (self._caught.get(".".join(parts[:end])) for end in range(len(parts), 0, -1))
            if (said := next(filter(None, found), None)) is not None:
                return said
        return None


def asks(name: str) -> bool:
    """Whether a call of that name may be what verified: ``settings.decode_handler(token)``, but not ``jwt.encode(claims)``."""
    return _MAKING.isdisjoint(split(name))
