"""What servers answered: which values are an answer, and which answers tell a secret."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow import literal
from checker.source.flow.evidence.members import rebound
from checker.source.flow.evidence.of_answers import ANSWERS
from checker.source.flow.evidence.read_back import ReadBack
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow, Found, Place
from checker.source.ir import Node
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

SENDING = frozenset({"get", "post", "put", "patch", "delete", "request", "send", "head", "urlopen"})
_CLIENTS = ("requests", "httpx", "session", "client", "http", "urllib", "sessions")
_SUBMITTING = frozenset({"post", "put", "request", "send", "fetch"})
_TOKEN_ENDPOINTS = frozenset({"token", "access_token", "oauth", "oauth2", "refresh_token", "tokens"})
"""Last parts of addresses that give tokens."""
_LOGIN_ENDPOINTS = frozenset({"login", "signin", "sign_in", "logon", "authenticate", "auth", "session", "sessions", "authorize"})
"""Last parts of addresses that give them to who posts a password."""
_TOKEN_ADDRESSES = frozenset(
    f"{which}_{what}"
    for which in ("token", "access_token", "refresh_token", "oauth_token", "auth_token", "login", "signin")
    for what in ("url", "uri", "endpoint")
)
"""What such an address is called."""
_PAGES = ("login", "signin")
"""First words of those that give a page to who sends nothing."""
_OF_AN_ANSWER = frozenset({"status_code", "raise_for_status", "iter_content", "iter_lines"})
"""What is read of an answer, and no request has."""
_ASKS = frozenset({"get", "request"})
_REQUESTS = frozenset({"request", "req", "call", "send"})
_PAYLOADS = frozenset({"data", "json", "body", "content", "fields"})
_PROVES = frozenset({"password", "secret", "JWT", "one-time code", "credentials", "token"})
"""Labels of what somebody sends to be given a token."""
_PROVIDERS = frozenset({"credential", "credentials", "token", "oauth", "oauth2", "secret", "password"})
"""Words of classes that are there to be given one."""
_ENDS = tuple((word,) for word in ("reset", "close", "end", "stop", "delete", "remove", "revoke", "list", "ping", "check", "is", "has"))
"""First words of functions that are answered with nothing to log in with: ``reset_session``."""
_ADDRESS_WORDS = frozenset(
    {"token", "oauth", "oauth2", "auth", "login", "signin", "authenticate", "credential", "credentials", "secret", "session", "password",
     "apikey"}
)  # fmt: skip
"""Words of a function that speaks of logins."""


_PUBLIC = frozenset({"discovery", "discover", "jwks", "wellknown"})
"""Words of what a provider of logins shows everybody: https://openid.net/specs/openid-connect-discovery-1_0.html"""


class Answers:
    """The part of the follower that knows what servers answer."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names
        self._known = follower.tables.answers
        self._read_back = ReadBack(follower)
        self._read: dict[Fn, frozenset[str]] = {}

    def forget(self) -> None:
        """Know nothing but the facts."""
        self._read.clear()
        self._read_back.forget()

    def typed(self, fn: Fn, owner: int) -> bool:
        """Whether a value is a library's answer to a request, by what made it or by its annotation."""
        entity = self._names.entity(fn, owner)
        return entity is not None and entity[0] == "made" and entity[1] in self._known

    def named(self, fn: Fn, owner: int) -> bool:
        """Whether a value came back from a call that, by its names, sends a request: ``req = session.get(url)``."""
        record = source(fn, owner)
        if self._is_read_as_one(fn, self._follower.text(fn, owner)):
            return True
        if record[0] == ir.UNION:
            return any(self.named(fn, value) for value in record[1])
        if record[0] != ir.CALL:
            return False
        client, _, method = self._follower.text(fn, record[1]).rpartition(".")
        sends = client.rpartition(".")[2].lower().lstrip("_").endswith(_CLIENTS) or (method == "request" and bool(client))
        return method in SENDING and sends

    def _is_read_as_one(self, fn: Fn, text: str) -> bool:
        """Whether a function reads of a value what only an answer has, whatever it is called: ``request.raise_for_status()``."""
        nodes = fn.body.nodes  # so that this read is noted
        read = self._read.get(fn)
        if read is None:
            owners = (node[1] for node in nodes if node[0] == ir.ATTR and node[2] in _OF_AN_ANSWER)
            read = self._read[fn] = frozenset(self._follower.text(fn, owner) for owner in owners)
        return text in read

    def speaks_of_one(self, fn: Fn, text: str) -> bool:
        """Whether what is called headers is an answer's: of ``parse_response(stream, headers)``, of a class ``SlackResponse``."""
        words = frozenset(split(fn.name)) if text in fn.head.params else frozenset()
        if text.startswith("self.") and fn.owner is not None:
            words = frozenset(split(fn.owner.name)[-1:])
        return not ANSWERS.isdisjoint(words) and _REQUESTS.isdisjoint(words)

    def provided(self, fn: Fn, node: Node, place: Place) -> Flow | None:
        """What a class that provides credentials is answered: ``http.get(url=url, headers=headers)``."""
        callee = self._follower.text(fn, node[1])
        asks = callee.rpartition(".")[2] in _ASKS and any(name in ("url", "headers") for name, _ in node[3])
        if not asks or fn.owner is None or "credentials" not in split(fn.owner.name):
            return None
        return Flow((Found("container", "the response", f"{callee}()", Confidence.MEDIUM, place, "response"),))

    def read(self, fn: Fn, node: Node, place: Place, flow: Flow) -> Flow:
        """What a function of the project gives, which is more where it is an answer that such a class asked for."""
        given = self.provided(fn, node, place) if any(item.kind == "response" for item in flow.found) else None
        return given if given is not None else flow

    def decoded(self, fn: Fn, node: int) -> bool:
        """Whether a value is what an answer's text says: ``data = response.json()``."""
        record = source(fn, node)
        if record[0] == ir.JOIN:
            return any(self.decoded(fn, part) for part in record[1])
        callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
        return record[0] == ir.CALL and callee[0] == ir.ATTR and callee[2] == "json" and not record[2]

    def sure(self, fn: Fn, owner: int) -> Confidence:
        """How sure it is that an answer's text holds a secret: an error page is nothing, a login's answer is a token."""
        by_name = self._follower.by_name
        if not _PUBLIC.isdisjoint((*split(fn.name), *split(self._follower.text(fn, owner).rpartition(".")[2]))):
            return Confidence.LOW
        words = frozenset(() if split(fn.name)[:1] in _ENDS else split(fn.name))  # a file about logins has calls of all kinds
        if fn.owner is not None:
            words |= _PROVIDERS.intersection(split(fn.owner.name))
        if "http" in by_name.words(fn) or not SENDING.isdisjoint(words):  # an HttpSession is a client, and ``session_post`` a call of it
            words -= {"session"}
        carries = by_name.wire.transports(fn) and self._follower.logins.through(fn, answered=True)
        telling = not words.isdisjoint(_ADDRESS_WORDS) or carries or self.issues(fn, owner)
        return Confidence.MEDIUM if telling else Confidence.LOW

    def read_back(self, fn: Fn) -> bool:
        """Whether a token is in the answer that a function asks for and gives back: who calls it reads one of it."""
        return self._read_back.secret(fn)

    def gives_cookies(self, fn: Fn) -> bool:
        """Whether a function gives an answer's cookies back, so that somebody is known by them: ``return answer.cookies.get_dict()``."""
        return any(map(partial(self._are_cookies, fn), fn.body.returns))

    @staticmethod
    def _are_cookies(fn: Fn, value: int) -> bool:
        record = source(fn, value)
        callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
        if record[0] == ir.CALL:
            inner = callee[1] if callee[0] == ir.ATTR else next(iter(record[2]), -1)
            record = source(fn, inner) if inner >= 0 else record
        return bool(record[0] == ir.ATTR and record[2] == "cookies")

    def issues(self, fn: Fn, owner: int) -> bool:
        """Whether an answer is that of a token endpoint, or what somebody was answered who sent a password to log in."""
        call = self._asking(fn, owner)
        if call is None:
            return False
        addresses = [address for address in (*call[2][:2], *(value for key, value in call[3] if key == "url")) if address >= 0]
        ends = {self._end(fn, address) for address in addresses}
        names = {name for address in addresses for name in self._named(fn, address)}
        method = self._follower.text(fn, call[1]).rpartition(".")[2]
        named = names & _TOKEN_ADDRESSES
        if ends & _TOKEN_ENDPOINTS or any(method != "get" or not name.startswith(_PAGES) for name in named):
            return True  # of a login's page nothing is asked but the page
        logs_in = bool(ends & _LOGIN_ENDPOINTS)
        proofs = _PROVES if logs_in else _PROVES - {"token"}  # a token is also what any call is sent with
        return method in _SUBMITTING and (logs_in or not any(ends)) and self._proves(fn, call, proofs)

    def _asking(self, fn: Fn, owner: int) -> Node | None:
        """The call that asked for an answer; of several branches the first."""
        record = fn.body.nodes[owner]
        if record[0] == ir.UNION and record[1]:
            owner = record[1][0]
        return literal.construction(fn, owner)

    def _named(self, fn: Fn, address: int) -> set[str]:
        record = fn.body.nodes[address]
        parts = record[1] if record[0] == ir.UNION else (address,)
        return {self._follower.text(fn, part).rpartition(".")[2].lower() for part in parts}

    @staticmethod
    def _end(fn: Fn, address: int) -> str:
        """The last part of an address's path, as far as it is written out."""
        return literal.text(fn, address).partition("?")[0].rstrip("/").rpartition("/")[2].partition(".")[0].lower().replace("-", "_")

    def _proves(self, fn: Fn, call: Node, proofs: frozenset[str]) -> bool:
        """Whether a request's body holds a password or the like."""
        bodies = [value for name, value in call[3] if name in _PAYLOADS]
        bodies += [argument for argument in call[2][1:3] if argument >= 0]
        labels = {
            item.member if item.category == "container" else item.label
            for body in bodies
            for item in self._follower.flow(fn, body).found
            if item.category in ("secret", "container") and item.confidence > Confidence.LOW
        }
        return not labels.isdisjoint(proofs)

    def told(self, fn: Fn, owner: int) -> str:
        """The secret that is read of an answer's JSON somewhere in the function, ``""`` where none is."""
        name = self._follower.text(fn, owner)
        lexicon = self._follower.lexicon
        wanted = f"{name}.json()"
        for member in fn.head.members:
            if member.owner != wanted:
                continue
            telling = lexicon.tell(member.name)
            if telling is None or telling.category not in ("secret", "grave") or self._follower.by_name.sure(fn, telling) == Confidence.LOW:
                continue
            place = (fn.module.path, self._since(fn, owner), 0)
            if member.line >= place[1] and not rebound(fn, name, place, member.line):
                return telling.label
        return ""

    @staticmethod
    def _since(fn: Fn, owner: int) -> int:
        record = fn.body.nodes[owner]
        return int(record[3]) if record[0] == ir.VAR else 0
