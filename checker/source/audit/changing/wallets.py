"""Credentials that somebody keeps in a wallet and shows others, and by which nobody logs in at the server that keeps them.

https://www.w3.org/TR/vc-data-model-2.0/
"""

from __future__ import annotations

from checker.source import ir
from checker.source.audit.signs.mentions import words_of
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_CREDENTIALS = frozenset({"credential", "credentials"})
_WALLETS = frozenset({"holder", "indy", "anoncreds", "w3c", "verifiable", "digital", "didcomm", "aries"})
_RECORDS = ({"cred", "def"}, {"cred", "ex"}, {"rev", "reg"}, {"revocation", "registry"})
"""Words of the numbers of their records."""


def keeps(fn: Fn, name: str, record: ir.Node | None = None) -> bool:
    """Whether a function or a call of that name is about such a credential: ``issuer.revoke_credentials(record.cred_def_id)``."""
    if _CREDENTIALS.isdisjoint(split(name)):
        return False
    near = {*split(fn.name), *(word for part in fn.module.parts for word in split(part))}
    given = (record[1], *record[2], *(value for _, value in record[3])) if record is not None else ()
    near.update(word for one in given if one >= 0 for word in words_of(fn, one))
    return not _WALLETS.isdisjoint(near) or any(pair <= near for pair in _RECORDS)
