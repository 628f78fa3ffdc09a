"""Whether what is called a token is a name that the code puts together, ``f"blob:{container}:{name}"``, or a coin.

Neither opens anything.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.flow.evidence.members import methods
from checker.source.flow.literal import source
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_PLACES = frozenset(
    {"name", "container", "bucket", "path", "folder", "table", "collection", "index", "offset", "page", "line", "partition"}
)
"""Last words of names for where something lies."""
_PROVEN = frozenset(
    {"signature", "sig", "mac", "hmac", "digest", "hash", "random", "nonce", "secret", "salt", "password", "token", "payload"}
)
"""Words of parts that make a credential of it."""
_SECRETS = frozenset({"secret", "secrets"})
_STORES = frozenset({"get", "put", "set", "create", "delete", "read", "write", "store", "update", "fetch", "has"})
"""First words of methods of stores, which are told which secret."""
_GETTERS = frozenset((verb, "secret", *more) for verb in ("get", "read", "fetch", "load") for more in ((), ("value",)))
"""Names of functions that ask a store for one."""
_STORED = ("secret/", "secrets/")
"""Ends of the address of what keeps secrets, behind which the name of one stands."""
_ENDS = re.compile(r"[A-Za-z]/?$")
_MOST = 8
_BESIDE_A_COIN = frozenset({"amount", "amounts", "amount_in", "quantity", "qty", "decimals", "chain_id", "slippage", "destination"})
"""Parameters of what moves or buys a coin, and what an order of it has."""
_TRADE = frozenset({
    "swap", "blockchain", "coin", "coins", "spot", "perp", "ticker", "usdc", "usdt", "eth", "btc", "dex", "staking", "onchain", "erc20",
    "evm", "web3", "defi", "wei", "solana", "trading", "collateral", "liquidity", "orderbook", "chainid", "staked", "lamports",
})  # fmt: skip
"""Words of modules about coins; that of a card is a token, too, which is charged."""
_PAID = frozenset((what, "token") for what in ("payment", "fee", "gas", "reward", "collateral", "quote", "base", "deposit", "sell", "buy"))
"""Names of the coin in which something is paid; a card's payment token is charged, and stands beside no gas and no chain."""
_LOGGING_IN = frozenset({
    "auth", "authenticate", "authenticated", "authentication", "authorization", "bearer", "jwt", "oauth", "oauth2", "login", "logon",
    "session", "credential", "credentials", "refresh", "csrf", "password", "user", "websocket", "ws", "listen", "stream", "telegram", "bot",
    "header", "headers",
})  # fmt: skip
"""Words of what logs in, also where coins are traded."""
_STREAMED = frozenset({"chunk", "delta", "logprob", "logprobs"})
"""Words of what a model answers piece by piece."""
_COINS = frozenset({"asset", "coin", "currency", "symbol", "ticker"})
"""Keywords by which a call is told which coin."""


class TokenNames:
    """Evidence against a token by how it is made."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._known: dict[tuple[Cls, str], bool] = {}

    def forget(self) -> None:
        """Know nothing but the facts."""
        self._known.clear()

    def is_name(self, fn: Fn, name: str, value: int) -> bool:
        """Whether a token is put together of names, here, in another method of the class or by the method that gives it; or a word."""
        if value >= 0 and (self._is_put_together(fn, value) or self._is_generated(fn, value)):
            return True
        record = source(fn, value) if value >= 0 else [ir.PARAM]
        if record[0] == ir.PARAM:
            return fn.owner is not None and self._is_made_beside(fn, fn.owner, name)
        callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
        if record[0] != ir.CALL or callee[0] != ir.ATTR:
            return False
        given = self._follower.names.named(str(callee[2]))[:_MOST]
        for one in given:
            self._follower.names.reads.heads.add(one.module)
        return any(self._makes(one, name) for one in given if not one.module.facts.test)

    @staticmethod
    def may_be_coin(fn: Fn, around: frozenset[str], text: str) -> bool:
        """Whether a bare token may be a coin: its module is about them, and neither its function, its class nor its owner logs in."""
        owner = split(fn.owner.name) if fn.owner is not None else ()
        near = {*around, *owner, *(word for name in fn.head.params for word in split(name)), *split(text.rpartition(".")[0])}
        return not _TRADE.isdisjoint(fn.module.spoken) and near.isdisjoint(_LOGGING_IN)

    def is_coin(self, fn: Fn, name: str) -> bool:
        """Whether a token is one that is bought and sent: beside an amount in code about wallets, or handed on as ``asset=token``."""
        words = split(name.rpartition(".")[2])
        if words in _PAID:
            return "gas" in fn.module.spoken or not _TRADE.isdisjoint(fn.module.spoken)
        if words not in (("token",), ("tokens",)):
            return False
        about = fn.module.spoken | self._follower.by_name.words(fn)
        if not _TRADE.isdisjoint(about) and (not _BESIDE_A_COIN.isdisjoint(fn.head.params) or self._has_amount(fn, name)):
            return True
        given = (pair for call in fn.body.calls for pair in fn.body.nodes[call][3])
        return any(keyword in _COINS and self._follower.text(fn, value) == name for keyword, value in given)

    def _has_amount(self, fn: Fn, name: str) -> bool:
        """``params.token`` beside ``params.amount``"""
        owner = name.rpartition(".")[0]
        read = (record for record in fn.body.nodes if record[0] == ir.ATTR and record[2] in _BESIDE_A_COIN)
        return bool(owner) and any(self._follower.text(fn, record[1]) == owner for record in read)

    def _is_generated(self, fn: Fn, value: int) -> bool:
        """Whether a token is a word that a model gives: ``chunk.choices[0].delta.content``, or one of ``answer.logprobs.content``."""
        record = source(fn, value)
        parts = list(record[1]) if record[0] == ir.UNION else [value]
        owner = source(fn, record[1]) if record[0] == ir.ATTR else record
        parts += [owner[1]] if owner[0] == ir.ELEM else []
        return any(not _STREAMED.isdisjoint(split(self._follower.text(fn, part))) for part in parts)

    @staticmethod
    def is_written_out(fn: Fn, value: int) -> bool:
        """Whether a link ends in what the code says, ``f"{host}/actions/reset"``: the one-time part of one is its last."""
        record = source(fn, value)
        last = fn.body.nodes[record[1][-1]] if record[0] == ir.JOIN and record[1] else [ir.OPAQUE]
        return last[0] == ir.CONST and isinstance(last[1], str) and _ENDS.search(last[1]) is not None

    def is_kept_under(self, fn: Fn, text: str) -> bool:
        """Whether what is called a secret or a secret key is the name of one in a store: ``put_secret(scope, secret_key, secret_value)``,
        ``f"{vault}/secrets/{secret}"``, ``self.secrets.get(secret)``.
        """
        last = split(text.rpartition(".")[2].rpartition("[")[2])
        if last == ("secret",):
            return self._is_in_path(fn, text) or (text in fn.head.params and self._is_looked_up(fn, text))
        if last != ("secret", "key"):
            return False
        called = (fn.body.nodes[fn.body.nodes[call][1]] for call in self._follower.given_to.calls(fn, text))
        named = (split(callee[2]) for callee in called if callee[0] == ir.ATTR)
        if split(fn.name) in _GETTERS and text in fn.head.params:  # def get_secret_value(self, scope, secret_key)
            return True
        if any(node[0] == ir.VAR and node[1] == "secret_name" for node in fn.body.nodes) or "secret_name" in fn.head.params:
            return True  # a cluster's secret has a name, and keys under which its values stand
        return "secret_value" in fn.head.params or any(not _SECRETS.isdisjoint(words) and words[0] in _STORES for words in named)

    def _is_in_path(self, fn: Fn, text: str) -> bool:
        nodes = fn.body.nodes
        for record in nodes:
            for before, part in pairwise(record[1] if record[0] == ir.JOIN else ()):
                written = nodes[before][1] if nodes[before][0] == ir.CONST else None
                if isinstance(written, str) and written.lower().endswith(_STORED) and self._follower.text(fn, part) == text:
                    return True
        return False

    def _is_looked_up(self, fn: Fn, text: str) -> bool:
        """``self.secrets.get(secret)`` and ``secrets[secret]``"""
        nodes = fn.body.nodes
        called = ((nodes[nodes[call][1]], nodes[call][2][:1]) for call in self._follower.given_to.calls(fn, text))
        asked = [callee[1] for callee, given in called if callee[0] == ir.ATTR and callee[2] == "get" and self._is(fn, given, text)]
        asked += [node[1] for node in nodes if node[0] == ir.ITEM and isinstance(node[2], int) and self._is(fn, [-1 - node[2]], text)]
        return any(not _SECRETS.isdisjoint(split(self._follower.text(fn, owner).rpartition(".")[2])[-1:]) for owner in asked)

    def _is(self, fn: Fn, given: list[int], text: str) -> bool:
        return bool(given) and given[0] >= 0 and self._follower.text(fn, given[0]) == text

    @staticmethod
    def is_word(fn: Fn, value: int) -> bool:
        """Whether a PIN may be a word that the code has: ``pin = "id" if "id" in fields else fields[0]``."""
        made = source(fn, value)
        parts = (source(fn, part) for part in (made[1] if made[0] == ir.UNION else (value,)))
        return any(part[0] == ir.CONST and isinstance(part[1], str) and part[1].isidentifier() for part in parts)

    def _is_made_beside(self, fn: Fn, owner: Cls, name: str) -> bool:
        known = self._known.get((owner, name))
        if known is None:
            known = self._known[owner, name] = any(self._makes(method, name) for method in methods(fn))
        return known

    def _makes(self, fn: Fn, name: str) -> bool:
        return any(node[0] == ir.VAR and node[1] == name and self._is_put_together(fn, node[2]) for node in fn.body.nodes)

    def _is_put_together(self, fn: Fn, value: int) -> bool:
        record = source(fn, value)
        if record[0] != ir.JOIN:
            return False
        parts = [part for part in record[1] if not _is_written(fn.body.nodes[part])]
        if len(parts) < 2:
            return False
        words = [split(self._follower.text(fn, part).rpartition(".")[2]) for part in parts]
        return all(words) and all(_PROVEN.isdisjoint(said) for said in words) and any(said[-1] in _PLACES for said in words)


def _is_written(part: ir.Node) -> bool:
    """Whether a part stands in the code, itself or as a module's constant: ``f"{TOKEN_PREFIX}{container}:{name}"``."""
    return bool(part[0] == ir.CONST or (part[0] == ir.GLOBAL and part[1].strip("_").isupper()))
