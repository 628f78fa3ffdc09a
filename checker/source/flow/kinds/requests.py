"""What a framework or a library hands in: requests and their parts, environments, bodies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.evidence import answer_headers
from checker.source.flow.evidence.company import of_message, says_little, stands_in
from checker.source.flow.evidence.contradictions import ANSWERS
from checker.source.flow.evidence.logged_answers import read_by_caller
from checker.source.flow.kinds import models
from checker.source.flow.kinds.answers import SENDING, Answers
from checker.source.flow.kinds.contained import contained
from checker.source.flow.kinds.for_all import decoded, is_for_all
from checker.source.flow.kinds.handlers import serves
from checker.source.flow.kinds.hiding import HIDING, are_hiding, shows_no_login
from checker.source.flow.origin import CLEAN, UNKNOWN, WEAK, Flow, Found, Place
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
_READ_AS = frozenset({"data", "formdata"})
"""Keywords by which a form or a serializer is given what a client sends."""
_ANYONES = frozenset({"request", "req", "_request"})
"""What a request is called in any framework."""


_KEPT_IN = ("setting", "config", "conf", "secret", "cred", "env", "key", "local", "core", "security", "auth", "const", "default", "common")
"""Parts of the names of modules that hold a project's own secrets."""


class Requests:
    """What a framework or a library hands in: requests and their parts, environments, bodies."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        self.answers = Answers(follower)

    def library(self, fn: Fn, dotted: str, name: str, place: Place) -> Flow:
        """A free name that nothing in the project binds."""
        known = self.known(fn, dotted, name, place)
        if known is not None:
            return known
        if dotted == name or (name.isupper() and not _is_of_library(dotted)):
            return self.follower.by_name.named(fn, UNKNOWN, name, name, place)
        return UNKNOWN

    def known(self, fn: Fn, dotted: str, text: str, place: Place) -> Flow | None:
        """A library object that the vocabulary knows as a container or as untrusted."""
        found = []
        container = self.tables.containers.find(dotted)
        if container is not None:
            made = contained(container, text, place)
            unlikely = container.kind == "body" and not self._may_hold_login(fn)
            hides = container.kind == "headers" and dotted.startswith(HIDING) and shows_no_login(self.follower, fn, text)
            made = replace(made, passed=frozenset({WEAK})) if hides else made
            found.append(replace(made, confidence=Confidence.LOW) if unlikely or hides else made)
        source = self.tables.sources.find(dotted)
        if source is not None:
            found.append(decoded(self.follower, fn, self.untrusted(source, text, place)))
        if not found and dotted in self.tables.functions:
            return UNKNOWN
        return Flow(tuple(found)) if found else None

    def owned(self, fn: Fn, owner: int, name: str, text: str, place: Place) -> Flow | None:
        """``request.headers`` and the like, by the owner's name or type."""
        patterns = self.tables.owned.get(name)
        sources = self.tables.request_attributes.get(name)
        if not patterns and not sources:
            return None
        if self._is_of_task(fn, owner) or (
            not text.endswith("()")
            and name in _ASKED_FOR
            and not fn.module.tops.isdisjoint(_STARLETTE)
            and fn.module.tops.isdisjoint(_PROPERTIES)
        ):
            return CLEAN  # the method itself: ``logger.info(request.body)``
        source_text = self.follower.text(fn, owner).removesuffix("()").rpartition(".")[2]
        entity = self.names.entity(fn, owner)
        kind = ""
        if entity is not None:
            kind = (
                entity[1].name
                if entity[0] in ("inst", "cls")
                else str(entity[1]).rpartition(".")[2]
                if entity[0] in ("lib", "made")
                else ""
            )
        if entity is not None and (entity[0] == "mod" or self._is_field(entity, source_text, kind, name)):
            return None
        typed = self.answers.typed(fn, owner)
        sent = entity is not None and entity[0] == "made" and kind in SENDING  # what a library's request() gives is an answer
        named = self.answers.named(fn, owner)
        answer = typed or sent or named or self.answers.speaks_of_one(fn, text) or self._is_of_error(fn, source_text)
        found = []
        for pattern, container in patterns or ():
            if container.imports and fn.module.tops.isdisjoint(container.imports):
                continue
            if (
                pattern == source_text
                or (sent and pattern == "response")
                or (kind and pattern == kind)
                or pattern == "*"
                or ((typed or named) and pattern == "response")
                or (pattern == "response" and container.confidence == "low" and _is_a_response(source_text, container))
            ):
                if (part := self._of_answer(fn, owner, container, text, place, answer)) is not None:
                    found.append(part)
                else:
                    against = self.follower.by_name.against
                    spelt_out = container.kind == "headers" and against.is_kept_spelt_out(fn, owner, name)
                    if spelt_out or (container.kind in ("headers", "cookies", "body") and against.is_kept_masked(fn, owner, name)):
                        break
                    made = contained(container, text, place)
                    sent = container.kind == "body" and _answered(text) and not self.follower.logins.through(fn)
                    known = container.kind == "body" and entity is not None and entity[0] == "inst" and self._asks_for_none(entity[1])
                    around = self.follower.by_name.words(fn)
                    alone = container.kind == "body" and not self._may_hold_login(fn) and not self._is_read_of(fn, text)
                    headers = container.kind == "headers"
                    routed = headers and container.alone and of_message(fn)
                    hides = headers and are_hiding(fn, entity) and shows_no_login(self.follower, fn, text)
                    hides = hides or not around.isdisjoint(container.unless_module)
                    if sent or known or alone or routed or hides or stands_in(fn):
                        made = replace(made, confidence=Confidence.LOW, passed=frozenset({WEAK}) if hides else made.passed)
                    found.append(made)
                break
        told = source_text in _ANYONES or any(source_text in item.parameters for item in sources or ())  # ``event`` is one framework's
        if sources and (told or kind) and self._is_request(fn, owner, kind, told and source_text in self.tables.request_parameters):
            libraries = self.names.mro(fn.owner)[1] if fn.owner is not None else []
            source = next((item for item in sources if not set(libraries).isdisjoint(item.bases)), None) or next(
                (item for item in sources if not fn.module.tops.isdisjoint(item.imports)), sources[0]
            )
            made = decoded(self.follower, fn, self.untrusted(source, text, place))
            if kind == "StreamReader":  # gives bytes, whose text is their repr
                made = replace(made, passed=frozenset({"bytes"}))
            found.append(made)
        return Flow(tuple(found)) if found else None

    def _is_of_task(self, fn: Fn, owner: int) -> bool:
        """Whether it is what a bound task of Celery's is run with: ``self.request`` of a function that is no method."""
        return fn.owner is None and fn.head.params[:1] == ("self",) and self.follower.text(fn, owner) == "self.request"

    def _is_of_error(self, fn: Fn, owner: str) -> bool:
        """Whether an exception keeps it: what it has of headers and a body is of the answer that tells why a server refused."""
        return (
            owner == "self" and fn.owner is not None and any(map(annotated.names_exception, (*self.names.mro(fn.owner)[1], fn.owner.name)))
        )

    def _is_field(self, entity: Entity, owner: str, kind: str, name: str) -> bool:
        """Whether it is what a client says in a field of a body: of a class of the project's own, ``class Search: query: str``, that
        declares one text or number of that name; and the ``scope`` that is asked for of any class but a framework's."""
        if name == "scope" and owner in _ANYONES and kind and kind not in _SCOPED:
            return True
        if entity[0] != "inst":
            return False
        fields = (field for base in self.names.mro(entity[1])[0] for field in base.record.fields if field.name == name)
        return any(annotated.is_text(field.annotation) or annotated.is_safe(field.annotation, ()) for field in fields)

    def _may_hold_login(self, fn: Fn) -> bool:
        """Whether a body may be that of a login: of a function that is there for these, or for whatever is asked; or a short file that
        lies in no package says too little."""
        logins, wire = self.follower.logins, self.follower.by_name.wire
        if says_little(fn) or logins.receives(fn) or is_for_all(self.follower, fn):
            return True
        return wire.carries_logins(fn) or self._reads_login(fn)

    def _is_read_of(self, fn: Fn, text: str) -> bool:
        """Whether a secret is read of the body that is written: ``check(form.data["password"])``."""
        names = [member.name for member in fn.head.members if member.owner == text]
        if text.endswith("()"):  # request.get_json()["password"]
            items = (node for node in fn.body.nodes if node[0] == ir.ITEM and isinstance(node[2], str))
            names += [node[2] for node in items if self.follower.text(fn, node[1]) == text]
        return any(map(self.follower.lexicon.secret, names))

    def _reads_login(self, fn: Fn) -> bool:
        """Whether what a function is sent goes into a form or serializer that asks for a secret: ``SignUp(data=request.data)``."""
        for call in fn.body.calls:
            record = fn.body.nodes[call]
            if not _READ_AS.isdisjoint(name for name, _ in record[3]):
                entity = self.names.entity(fn, record[1])
                if entity is not None and entity[0] == "cls" and any(map(self._is_secret, self._fields(entity[1]))):
                    return True
        return False

    def _fields(self, cls: Cls) -> list[str]:
        return [field.name for base in self.names.mro(cls)[0] for field in base.record.fields if field.value >= 0]

    def _is_secret(self, name: str) -> bool:
        telling = self.follower.lexicon.tell(name)
        return telling is not None and telling.category in ("secret", "grave")

    def _asks_for_none(self, cls: Cls) -> bool:
        """Whether a form's or serializer's fields all stand in its class, and none of them is a secret's; a model's may be any."""
        if any("Model" in name for name in self.names.mro(cls)[1]):
            return False
        fields = self._fields(cls)
        return bool(fields) and not any(map(self._is_secret, fields))

    def _is_request(self, fn: Fn, owner: int, kind: str, told: bool) -> bool:
        """Whether it is one by its type, or, ``told`` by its name, in a module that answers requests."""
        record = fn.body.nodes[owner]
        entity = self.names.entity(fn, owner)
        if record[0] == ir.VAR or (entity and entity[0] == "inst" and not self._derives(entity[1])):
            return False  # made here, so on its way out; or a class of the project's own
        if entity and entity[0] in ("lib", "made") and str(entity[1]).partition(".")[0] in _CLIENTS:
            return False
        if kind in {name.rpartition(".")[2] for name in self.tables.request_types}:
            return True
        if not told:
            return False
        middleware = fn.owner is not None and any(
            "get_response" in fn.module.functions[index].head.params for index in fn.owner.record.methods.values()
        )
        return middleware or serves(self.follower, fn)

    def _of_answer(self, fn: Fn, owner: int, container: Container, text: str, place: Place, answer: bool) -> Found | None:
        """An answer or a part of one, which its owner is known to be, or its name tells; ``None`` of what is a request's."""
        headers = container.kind == "headers" and (answer or "response" in container.label)
        if headers and (read := answer_headers.told(self.follower, fn, owner, text, place)) is not None:
            return read
        if answer and container.kind in ("body", "headers", "cookies"):
            return self._part_of_answer(fn, owner, container, text, place)
        return self._answer(fn, owner, container, text, place) if container.kind == "response" else None

    def _answer(self, fn: Fn, owner: int, container: Container, text: str, place: Place) -> Found:
        """An answer, with what is read of it here, or by who hands it to the function."""
        if (read := read_by_caller(self.follower, fn, owner, text, place)) is not None:
            return read
        member = self.answers.told(fn, owner)
        known = bool(member) or container.confidence == "high" or (container.kind == "response" and self.answers.read_back(fn))
        return replace(contained(container, text, place, Confidence.MEDIUM if known else self.answers.sure(fn, owner)), member=member)

    def _part_of_answer(self, fn: Fn, owner: int, container: Container, text: str, place: Place) -> Found:
        """A part of an answer: that of a token endpoint, or of which somebody reads a token, is told."""
        body = container.kind == "body"
        if body and (read := read_by_caller(self.follower, fn, owner, text, place)) is not None:
            return read
        issued = container.kind != "headers" and self.answers.issues(fn, owner)
        label = "the response's body" if body else f"the response's {container.kind}"
        label = "the token endpoint's response" if issued and body else label
        handed_on = self.answers.read_back(fn) if body else container.kind == "cookies" and self.answers.gives_cookies(fn)
        sure = Confidence.MEDIUM if issued or handed_on else Confidence.LOW
        return Found("container", label, text, sure, place, "response" if body else container.kind)

    def _derives(self, cls: Cls) -> bool:
        return any(name in self.tables.request_types for name in self.names.mro(cls)[1])

    def said(self, fn: Fn, owner: int, whole: Entity | None, name: str, place: Place) -> Flow:
        """What a client says in a field of the body that a route takes, or of a form: ``item.title``, ``form.title.data``."""
        return models.said(self.follower, fn, owner, whole, name, place)

    def filled_in(self, fn: Fn, owner: int, key: str, text: str, place: Place) -> Iterator[Found]:
        """What a client says in a field of a form that has been checked: ``form.cleaned_data["title"]``."""
        return models.filled_in(self.follower, fn, owner, key, text, place)

    def untrusted(self, source: Source, text: str, place: Place) -> Found:
        """An origin that a client controls."""
        return Found("untrusted", f"`{text}`", text, Confidence.MEDIUM, place, source.framework)


def _is_a_response(name: str, container: Container) -> bool:
    """Whether a name ends so, ``server_response``, and is none of a model of language."""
    words = split(name)
    return words[-1:] == ("response",) and not any(word in container.unless for word in words)


def _answered(text: str) -> bool:
    """Whether a request is one that was answered, ``response.request.body``: a client's own."""
    owner, _, rest = text.partition(".request.")
    return bool(rest) and (owner in ("r", "e.response", "error.response") or not ANSWERS.isdisjoint(split(owner.rpartition(".")[2])))


def _is_of_library(dotted: str) -> bool:
    """Whether a constant stands deep in somebody else's package, which knows no secret of this project's."""
    modules = dotted.lower().split(".")[:-1]
    return len(modules) > 1 and not any(word in module for module in modules for word in _KEPT_IN)
