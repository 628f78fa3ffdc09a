"""What a request or an answer is asked for, ``request.headers`` and ``answer.text``, by its owner's name or type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from checker.model import Confidence
from checker.source.flow.evidence import answer_headers
from checker.source.flow.evidence.company import of_message, stands_in
from checker.source.flow.evidence.logged_answers import read_by_caller
from checker.source.flow.evidence.of_answers import ANSWERS
from checker.source.flow.kinds import asked_addresses
from checker.source.flow.kinds.answers import SENDING, Answers
from checker.source.flow.kinds.contained import contained
from checker.source.flow.kinds.for_all import decoded
from checker.source.flow.kinds.handlers import serves
from checker.source.flow.kinds.hiding import are_hiding, shows_no_login
from checker.source.flow.kinds.login_bodies import asks_for_none, is_read_of, may_hold_login
from checker.source.flow.origin import CLEAN, WEAK, Flow, Found, Place, untrusted
from checker.source.ir import VAR
from checker.source.lexicon import annotated
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Entity, Fn
from checker.vocabulary import Container, Source

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_CLIENTS = frozenset({"requests", "httpx", "urllib", "urllib3", "niquests"})
"""Libraries whose requests go out."""
_ASKED_FOR = frozenset({"json", "body", "form", "stream", "receive"})
"""Methods of Starlette's requests."""
_STARLETTE = frozenset({"fastapi", "starlette"})
_PROPERTIES = frozenset(
    {"flask", "django", "quart", "rest_framework", "aiohttp", "requests", "httpx", "sanic", "bottle", "webob", "pyramid"}
)
"""Libraries whose requests or answers have properties of these names."""
_SCOPED = frozenset({"Request", "HTTPConnection", "WebSocket", "HttpRequest", "ASGIRequest", "ASGIConnection"})
"""Last parts of names of classes whose ``scope`` is the one of ASGI, with the headers in it."""
_ANYONES = frozenset({"request", "req", "_request"})
"""What a request is called in any framework."""
_GIVES_BYTES = "StreamReader"
"""The text of what it gives is its repr."""


class _Asked(msgspec.Struct):
    """What is asked for, and all that is known of its owner."""

    fn: Fn
    owner: int
    """The node of what is asked."""
    name: str
    text: str
    place: Place
    called: str
    """The last part of the owner's name."""
    entity: Entity | None
    kind: str
    """The last part of the name of its type; ``""`` where nothing tells."""
    is_answered: bool = False
    """Whether a library's call gave it, or it is typed or named as an answer."""
    is_sent: bool = False
    """Whether a library's call gave it."""
    is_answer: bool = False
    """Whether it is an answer, or what keeps a part of one."""


class Owned:
    """Knows the parts of requests and answers by their owners."""

    def __init__(self, follower: Follower, answers: Answers) -> None:
        self._follower = follower
        self._names = follower.names
        self._tables = follower.tables
        self._answers = answers

    def flow(self, fn: Fn, owner: int, name: str, text: str, place: Place) -> Flow | None:
        """What one attribute or method gives, clean where it is only named; ``None`` of what no vocabulary knows."""
        asked_for = asked_addresses.told(self._follower, fn, self._follower.text(fn, owner), name, text, place)
        patterns, sources = self._tables.owned.get(name), self._tables.request_attributes.get(name)
        if not patterns and not sources:
            return Flow((asked_for,)) if asked_for is not None else None
        if self._is_of_task(fn, owner) or _is_method(fn, name, text):
            return CLEAN
        entity = self._names.entity(fn, owner)
        called = self._follower.text(fn, owner).removesuffix("()").rpartition(".")[2]
        asked = _Asked(fn, owner, name, text, place, called, entity, _kind(entity))
        if entity is not None and (entity[0] == "mod" or self._is_field(asked, entity)):
            return None
        part, said = self._contained(asked, patterns or ()), self._said(asked, sources or ())
        found = tuple(item for item in (part, said, asked_for) if item is not None)
        return Flow(found) if found else None

    def _contained(self, asked: _Asked, patterns: Sequence[tuple[str, Container]]) -> Found | None:
        """The container that the first pattern tells which fits."""
        fn, owner = asked.fn, asked.owner
        asked.is_sent = asked.entity is not None and asked.entity[0] == "made" and asked.kind in SENDING
        asked.is_answered = asked.is_sent or self._answers.typed(fn, owner) or self._answers.named(fn, owner)
        asked.is_answer = asked.is_answered or self._answers.speaks_of_one(fn, asked.text) or self._is_of_error(asked)
        for pattern, container in patterns:
            if container.imports and fn.module.tops.isdisjoint(container.imports):
                continue
            if pattern in (asked.called, "*") or (asked.kind and pattern == asked.kind) or _is_as_answer(asked, pattern, container):
                return self._of_answer(asked, container) or self._of_request(asked, container)
        return None

    def _of_request(self, asked: _Asked, container: Container) -> Found | None:
        """A part of a request, as sure as the code around lets it be."""
        fn, spelt_out = asked.fn, self._follower.by_name.spelt_out
        headers, body = container.kind == "headers", container.kind == "body"
        if headers and spelt_out.is_kept(fn, asked.owner, asked.name):
            return None
        if container.kind in ("headers", "cookies", "body") and spelt_out.is_kept_masked(fn, asked.owner, asked.name):
            return None
        made = contained(container, asked.text, asked.place)
        hides = (headers and are_hiding(fn, asked.entity) and shows_no_login(self._follower, fn, asked.text)) or (
            not self._follower.by_name.words(fn).isdisjoint(container.unless_module)
        )
        if hides:
            return replace(made, confidence=Confidence.LOW, passed=frozenset({WEAK}))
        if (body and self._has_no_login(asked)) or (headers and container.alone and of_message(fn)) or stands_in(fn):
            return replace(made, confidence=Confidence.LOW)
        return made

    def _has_no_login(self, asked: _Asked) -> bool:
        """Whether a body is a client's own, a form's that asks for no secret, or one in which nothing looks for any."""
        follower, fn, entity = self._follower, asked.fn, asked.entity
        if _answered(asked.text) and not follower.logins.through(fn):
            return True
        if entity is not None and entity[0] == "inst" and asks_for_none(follower, entity[1]):
            return True
        return not may_hold_login(follower, fn) and not is_read_of(follower, fn, asked.text)

    def _said(self, asked: _Asked, sources: Sequence[Source]) -> Found | None:
        """What a client says in that part of a request."""
        fn = asked.fn
        told = asked.called in _ANYONES or any(asked.called in item.parameters for item in sources)  # ``event`` is one framework's
        if not sources or not (told or asked.kind):
            return None
        if not self._is_request(asked, told and asked.called in self._tables.request_parameters):
            return None
        libraries = self._names.mro(fn.owner)[1] if fn.owner is not None else []
        source = next((item for item in sources if not set(libraries).isdisjoint(item.bases)), None) or next(
            (item for item in sources if not fn.module.tops.isdisjoint(item.imports)), sources[0]
        )
        made = decoded(self._follower, fn, untrusted(source.framework, asked.text, asked.place))
        return replace(made, passed=frozenset({"bytes"})) if asked.kind == _GIVES_BYTES else made

    def _is_of_task(self, fn: Fn, owner: int) -> bool:
        """Whether it is what a bound task of Celery's is run with: ``self.request`` of a function that is no method."""
        return fn.owner is None and fn.head.params[:1] == ("self",) and self._follower.text(fn, owner) == "self.request"

    def _is_of_error(self, asked: _Asked) -> bool:
        """Whether an exception keeps it: what it has of headers and a body is of the answer that tells why a server refused."""
        cls = asked.fn.owner if asked.called == "self" else None
        return cls is not None and any(map(annotated.names_exception, (*self._names.mro(cls)[1], cls.name)))

    def _is_field(self, asked: _Asked, entity: Entity) -> bool:
        """Whether it is what a client says in a field of a body: of a class of the project's own, ``class Search: query: str``, that
        declares one text or number of that name; and the ``scope`` that is asked for of any class but a framework's."""
        if asked.name == "scope" and asked.called in _ANYONES and asked.kind and asked.kind not in _SCOPED:
            return True
        if entity[0] != "inst":
            return False
        fields = (field for base in self._names.mro(entity[1])[0] for field in base.record.fields if field.name == asked.name)
        return any(annotated.is_text(field.annotation) or annotated.is_safe(field.annotation, ()) for field in fields)

    def _is_request(self, asked: _Asked, told: bool) -> bool:
        """Whether it is one by its type, or, ``told`` by its name, in a module that answers requests."""
        fn, entity = asked.fn, asked.entity
        if fn.body.nodes[asked.owner][0] == VAR or (entity and entity[0] == "inst" and not self._derives(entity[1])):
            return False  # made here, so on its way out; or a class of the project's own
        if entity and entity[0] in ("lib", "made") and str(entity[1]).partition(".")[0] in _CLIENTS:
            return False
        if asked.kind in {name.rpartition(".")[2] for name in self._tables.request_types}:
            return True
        if not told:
            return False
        middleware = fn.owner is not None and any(
            "get_response" in fn.module.functions[index].head.params for index in fn.owner.record.methods.values()
        )
        return middleware or serves(self._follower, fn)

    def _derives(self, cls: Cls) -> bool:
        return any(name in self._tables.request_types for name in self._names.mro(cls)[1])

    def _of_answer(self, asked: _Asked, container: Container) -> Found | None:
        """An answer or a part of one, which its owner is known to be, or its name tells; ``None`` of what is a request's."""
        headers = container.kind == "headers" and (asked.is_answer or "response" in container.label)
        if headers and (read := answer_headers.told(self._follower, asked.fn, asked.owner, asked.text, asked.place)) is not None:
            return read
        if asked.is_answer and container.kind in ("body", "headers", "cookies"):
            return self._part_of_answer(asked, container)
        return self._answer(asked, container) if container.kind == "response" else None

    def _answer(self, asked: _Asked, container: Container) -> Found:
        """An answer, with what is read of it here, or by who hands it to the function."""
        fn, owner = asked.fn, asked.owner
        if (read := read_by_caller(self._follower, fn, owner, asked.text, asked.place)) is not None:
            return read
        member = self._answers.told(fn, owner)
        known = bool(member) or container.confidence == "high" or (container.kind == "response" and self._answers.read_back(fn))
        sure = Confidence.MEDIUM if known else self._answers.sure(fn, owner)
        return replace(contained(container, asked.text, asked.place, sure), member=member)

    def _part_of_answer(self, asked: _Asked, container: Container) -> Found:
        """A part of an answer: that of a token endpoint, or of which somebody reads a token, is told."""
        fn, owner, body = asked.fn, asked.owner, container.kind == "body"
        if body and (read := read_by_caller(self._follower, fn, owner, asked.text, asked.place)) is not None:
            return read
        issued = container.kind != "headers" and self._answers.issues(fn, owner)
        label = "the response's body" if body else f"the response's {container.kind}"
        label = "the token endpoint's response" if issued and body else label
        handed_on = self._answers.read_back(fn) if body else container.kind == "cookies" and self._answers.gives_cookies(fn)
        sure = Confidence.MEDIUM if issued or handed_on else Confidence.LOW
        return Found("container", label, asked.text, sure, asked.place, "response" if body else container.kind)


def _kind(entity: Entity | None) -> str:
    """The last part of the name of an owner's type."""
    if entity is None:
        return ""
    if entity[0] in ("inst", "cls"):
        return str(entity[1].name)
    return str(entity[1]).rpartition(".")[2] if entity[0] in ("lib", "made") else ""


def _is_method(fn: Fn, name: str, text: str) -> bool:
    """Whether it is a method itself that is written, and not what it gives: ``logger.info(request.body)`` of Starlette's."""
    tops = fn.module.tops
    return not text.endswith("()") and name in _ASKED_FOR and not tops.isdisjoint(_STARLETTE) and tops.isdisjoint(_PROPERTIES)


def _is_as_answer(asked: _Asked, pattern: str, container: Container) -> bool:
    """Whether a pattern for answers fits: the owner is known to be one, or its name ends so, ``server_response``, and is none of a model of
    language.
    """
    if pattern != "response":
        return False
    words = split(asked.called)
    by_name = words[-1:] == ("response",) and not any(word in container.unless for word in words)
    return asked.is_answered or (container.confidence == "low" and by_name)


def _answered(text: str) -> bool:
    """Whether a request is one that was answered, ``response.request.body``: a client's own."""
    owner, _, rest = text.partition(".request.")
    return bool(rest) and (owner in ("r", "e.response", "error.response") or not ANSWERS.isdisjoint(split(owner.rpartition(".")[2])))
