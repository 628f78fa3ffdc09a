"""Attributes: what a known class stores under a name, what a record's constructor was given, what is left of a value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.holding.asked_addresses import asked
from checker.source.flow.holding.constructed import attributes_of
from checker.source.flow.holding.library_errors import REPEATED, STREAMS
from checker.source.flow.holding.objects import declared, is_record, of_several, shown
from checker.source.flow.holding.parts import KEEPING, in_object, keeps
from checker.source.flow.literal import element, source
from checker.source.flow.origin import CLEAN, IN_QUERY, UNKNOWN, Flow, Found, Place, hop, merge, without
from checker.source.ir import Node
from checker.source.lexicon import annotated
from checker.source.lexicon.words import is_credential, split
from checker.source.names.elements import Cls, Entity, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MOST_STORED = 6
"""Values of an attribute that are looked at."""
_OF_A_COMMAND = frozenset({"ctx.params", "context.params"})
"""What click keeps all options of a command in."""
_ADDRESSES = frozenset({"url", "uri", "dsn", "address", "endpoint", "connection", "conn", "command", "cmd"})
"""Last words of properties that put an address or a command line together."""
_TELLING = 7
"""Letters of a name that hardly stands for two things."""
_FEW = 3
"""Calls of a constructor of which each tells what an attribute holds, whatever that is called."""
_KEEPS_SECRET = frozenset({"value", "raw", "key", "secret", "plaintext", "token", "string", "_value", "val"})
_ERROR_TEXT = frozenset({"args", "message", "msg", "detail", "reason", "strerror", "output", "cmd", "request", "response", "body", "text"})
_REPEATS = frozenset({"args", "message", "cmd"})
"""Attributes of a library's error in which its text, or what it repeats, stands too."""
_CARRIERS = frozenset(
    {"url", "uri", "address", "endpoint", "connection", "conn", "command", "cmd", "target", "line", "value", "text", "base"}
)
"""Last words of attributes that often hold a secret put into them elsewhere, and do not say so."""
_SAYS_WHY = frozenset({"error", "err", "errors", "exception", "exc", "message", "msg", "detail", "details", "reason"})
"""Last words of attributes in which the text of an error is kept."""


_LOGIN_PARTS = frozenset({"netloc", "authority", "userinfo"})
"""Parts of an address in which user and password stand."""
_WITH_LOGINS = frozenset({"database URL", "proxy URL", "URL with its password"})
"""Labels of addresses that have them there."""
_SPLITS_URL = frozenset({"fastapi", "starlette"})
_CLEAN_PARTS = frozenset({"scheme", "netloc", "path", "query", "hostname", "port", "username"})
"""Parts of these frameworks' ``request.url``, which is taken apart by a parser that throws line breaks away."""
_OF_TYPES = frozenset({"__class__", "__name__", "__qualname__", "__module__"})
"""What a type is called, whatever is in the thing that has it."""
_OF_OBJECTS = _REPEATS | STREAMS | _KEEPS_SECRET | _LOGIN_PARTS | KEEPING
"""Attributes in which something may be left of what an object's own text shows."""


class Attributes:
    """The part of the follower that knows about attributes."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names

    def taken(self, fn: Fn, index: int, node: Node) -> Flow:
        """``owner.name``"""
        _, owner, name, _, _ = node
        place = self._follower.place(fn, node)
        entity = self._names.entity(fn, index)
        if entity and entity[0] in ("fn", "cls", "mod"):
            return CLEAN
        text = self._follower.text(fn, index)
        known = self._follower.requests.known(fn, entity[1], text, place) if entity and entity[0] == "lib" else None
        if known is not None:
            flow = self._sent(fn, self._follower.members.called(fn, known), index, name, place)
        else:
            flow = self._selected(fn, owner, name) if name in _OF_TYPES else self._of_owner(fn, index, entity, text, place)
        return self._follower.members.unmasked(fn, flow, text, place) if flow.found else flow

    def _of_owner(self, fn: Fn, index: int, entity: Entity | None, text: str, place: Place) -> Flow:
        """What an attribute holds of what is in its owner."""
        _, owner, name, _, _ = fn.body.nodes[index]
        whole = self._names.entity(fn, owner) or self._given_back(fn, owner)
        if name == "__dict__" and (everything := self._everything(fn, owner, whole, text, place)) is not None:
            return everything
        known = self._follower.proofs.task(fn, text, place) or self._follower.requests.owned.flow(fn, owner, name, text, place)
        known = known or self._of_command(fn, text, place)
        if known is not None:
            return self._sent(fn, known, index, name, place)
        if self._follower.lexicon.hushed(split(name)):
            return CLEAN
        flow = (
            merge([self._of_property(name, place), self._follower.given_objects.attribute(fn, owner, name)]) if whole is None else UNKNOWN
        )
        if whole and whole[0] in ("inst", "cls"):
            method = self._names.method(whole[1], name)
            if method is not None and method.head.flags & ir.PROPERTY:
                given_back = self._follower.constructed.given_back(fn, owner, whole[1], method)
                computed = merge([self._follower.functions.results.computed(method, place), *given_back])
                return self._follower.by_name.named(fn, computed, name, text, place)
            own = fn.is_method and fn.body.nodes[owner][:2] == [ir.PARAM, 0] and name not in attributes_of(fn)
            flow = merge([self._stored(whole[1], name, own), *self._follower.constructed.attribute(fn, owner, whole[1], name)])
            if not self._follower.tables.asides["place"].isdisjoint(split(name)[-1:]):
                flow = without(flow, ("secret", "grave"))
        elif whole and whole[0] == "mod":
            where = self._names.global_value(whole[1], name)
            if where is not None:
                return self._follower.flow(*where)
        flow = merge([flow, self._selected(fn, owner, name)]) if not flow.clean else flow
        if whole and whole[0] in ("cls", "lib") and name.isupper() and not self._settings(whole):
            return flow
        if whole and whole[0] == "inst" and name.isupper() and self._is_written_out(whole[1], name):
            return flow
        if self._is_caught(fn, owner):  # `error.verify_code` says what went wrong
            return flow
        flow = self._in_record(whole, entity, flow, text, place)
        said = self._follower.requests.said(fn, owner, whole, name, place)
        flow = Flow((*flow.found, *said.found), flow.refs) if said.found else flow
        return self._follower.by_name.named(fn, flow, in_object(fn, self._follower.lexicon, owner, name), text, place, index)

    def declared(self, fn: Fn, annotation: str, place: Place, text: str, *, empty: bool) -> Flow:
        """What a value shows by its annotation; of what begins ``empty``, and is filled elsewhere, what it is a list or a dict of."""
        return (of_several if empty else declared)(self._follower, fn, annotation, place, text)

    def in_template(self, fn: Fn, owner: int, field: str, place: Place) -> Flow:
        """What a field of a template shows of an object that it is given: ``"{auth.api_key}".format(auth=auth)``."""
        name, path = field.rpartition(".")[2], field.partition(".")[2]
        if self._follower.lexicon.hushed(split(name)):
            return CLEAN
        whole, flow = self._names.entity(fn, owner), UNKNOWN
        if name == path:
            if whole and whole[0] == "inst":
                method = self._names.method(whole[1], name)
                results = self._follower.functions.results
                computed = method is not None and method.head.flags & ir.PROPERTY
                flow = results.computed(method, place) if method and computed else self._stored(whole[1], name, False)
            flow = merge([flow, self._selected(fn, owner, name)]) if not flow.clean else flow
        return self._follower.by_name.named(fn, flow, name, f"{self._follower.text(fn, owner)}.{path}", place)

    def _given_back(self, fn: Fn, owner: int) -> Entity | None:
        """The object that a project's function makes and gives back, whether it is declared or not; ``None`` of any other value."""
        record = source(fn, owner)
        entity = self._names.entity(fn, record[1]) if record[0] == ir.CALL else None
        if entity is None or entity[0] != "fn" or entity[1].head.flags & ir.GENERATOR:
            return None
        target: Fn = entity[1]
        made = [one for value in target.body.returns if (one := source(target, value))[0] != ir.CONST]
        classes = [self._names.entity(target, one[1]) if one[0] == ir.CALL else None for one in made]
        first = classes[0] if classes else None
        return ("inst", first[1]) if first is not None and first[0] == "cls" and all(cls == first for cls in classes) else None

    def _of_property(self, name: str, place: Place) -> Flow:
        """The secrets that a property gives, of an object whose class is not known: ``self._config.camera.stream_url``."""
        telling = len(name) >= _TELLING and not _ADDRESSES.isdisjoint(split(name)[-1:])
        method = self._names.only_property(name) if telling else None
        computed = self._follower.functions.results.computed(method, place) if method is not None else UNKNOWN
        return Flow(tuple(item for item in computed.found if item.category == "secret" or (item.category == "url" and item.member)))

    def _sent(self, fn: Fn, known: Flow, index: int, name: str, place: Place) -> Flow:
        """What a client sent, which is a secret all the same if it is called one: ``request.authorization``."""
        told = self._follower.lexicon.tell(name) if all(item.category == "untrusted" for item in known.found) else None
        if told is None or told.weak or told.category != "secret":
            return known
        return Flow((*known.found, self._follower.by_name.told(fn, told, self._follower.text(fn, index), place)), known.refs)

    def _in_record(self, whole: Entity | None, part: Entity | None, flow: Flow, text: str, place: Place) -> Flow:
        """What a record shows that is a field of another, unless more is known of it than that a client sent it: ``job.database``."""
        unknown = not flow.clean and all(item.category == "untrusted" for item in flow.found)
        if not (whole and part and unknown) or whole[0] != "inst" or part[0] != "inst" or not is_record(self._follower, whole[1]):
            return flow
        return merge([flow, shown(self._follower, part[1], place, text)])

    def _of_command(self, fn: Fn, text: str, place: Place) -> Flow | None:
        """All options of a command of click, which its context keeps: ``ctx.params``."""
        options = self._follower.members.command(fn, place, text) if text in _OF_A_COMMAND else None
        return Flow((options,)) if options is not None else None

    def _everything(self, fn: Fn, owner: int, whole: Entity | None, text: str, place: Place) -> Flow | None:
        """``owner.__dict__``; ``None`` where nothing is known of the object."""
        if whole and whole[0] == "inst":
            return self._follower.calls.stdlib.instance(fn, owner, whole[1], place, text)
        option = self._follower.members.option(fn, owner)
        return Flow((Found("container", "the parsed arguments", text, Confidence.MEDIUM, place, "argv", option),)) if option else None

    def _is_written_out(self, cls: Cls, name: str) -> bool:
        """Whether a class's constant is a literal that looks like no credential: ``API_KEY = "Core.System"``."""
        classes = (*self._names.mro(cls)[0], *self._names.below(cls))
        written = [source(where, value) for each in classes for where, value, _ in each.attributes.get(name, ())]
        return bool(written) and all(
            record[0] == ir.CONST and isinstance(record[1], str) and not is_credential(record[1]) for record in written
        )

    @staticmethod
    def _is_caught(fn: Fn, owner: int) -> bool:
        record = source(fn, owner)
        return bool(record[0] == ir.CAUGHT)

    @staticmethod
    def _settings(entity: tuple[object, ...]) -> bool:
        """``settings.SECRET_KEY`` is a value; ``const.CONF_PASSWORD`` and ``Field.PASSWORD`` are names of keys."""
        name = entity[1].name if isinstance(entity[1], Cls) else str(entity[1])
        return not name.lower().endswith("_vars") and any(
            word in name.lower() for word in ("setting", "config", "environ", "secret", "credential", "cfg", "conf.")
        )

    def _stored(self, cls: Cls, name: str, own: bool) -> Flow:
        """What an attribute of a known class holds; ``own`` where one of its methods uses it and does not give it back."""
        flows = []
        for base in self._names.mro(cls)[0]:
            for field in base.record.fields:
                if field.name == name and annotated.is_safe(field.annotation, self._follower.tables.safe_types):
                    return CLEAN
            stores = [store for store in base.attributes.get(name, ()) if not self._is_default(base, store)]
            if len(stores) > _MOST_STORED:
                self._names.reads.beyond.add(f"an attribute that is given more than {_MOST_STORED} values")
            for where, value, line in stores[:_MOST_STORED]:
                stored = self._follower.flow(where, value)
                stored = Flow((*stored.found, *self._given(where, stored, cls, name, own)), (), stored.clean)
                flows.append(hop(stored, (where.module.path, line, 0), f"stored in `{cls.name}.{name}`"))
            if flows:
                break
        known = merge(flows) if flows else UNKNOWN
        filled = known.clean and (self._is_given_secret(cls, name) or self._follower.consumers.is_filled(cls, name))
        return UNKNOWN if filled else known

    def keeps(self, fn: Fn, value: int, holds: Callable[[Fn, int], bool]) -> bool:
        """Whether something holds of every value that a class of the project keeps in an attribute."""
        record = fn.body.nodes[value]
        whole = self._names.entity(fn, record[1]) if record[0] == ir.ATTR else None
        if whole is None or whole[0] != "inst":
            return False
        for base in self._names.mro(whole[1])[0]:
            stores = [store for store in base.attributes.get(record[2], ()) if not self._is_default(base, store)]
            if stores:
                return len(stores) <= _MOST_STORED and all(holds(where, kept) for where, kept, _ in stores)
        return False

    def _is_given_secret(self, cls: Cls, name: str) -> bool:
        """Whether a method of the class puts a secret into an attribute that begins empty, or reads one: ``self.form["pin"] = pin``."""
        return any(self._follower.lexicon.secret(member.name) for member in cls.members.get(f"self.{name}", ()))

    def _is_default(self, cls: Cls, store: tuple[Fn, int, int]) -> bool:
        """Whether an attribute is given nothing there, until somebody else gives it a value; or a record's field what its class says."""
        where, value, _ = store
        record = source(where, value)
        return record[0] == ir.CONST and (record[1] in (None, "") or (where is cls.fn and is_record(self._follower, cls)))

    def _given(self, where: Fn, stored: Flow, cls: Cls, name: str, own: bool) -> Iterator[Found]:
        """The secrets that the calls of a constructor or a setter give: of a name that is none for carriers only where few call it."""
        if not stored.refs:
            return
        carries = bool(_CARRIERS.intersection(split(name)[-1:]))
        says_why = not _SAYS_WHY.isdisjoint(split(name)[-1:])
        if not carries and not says_why and (not own or len(self._follower.callers.callers(where)) > _FEW):
            return
        for item in self._follower.callers.direct(where, stored.refs, cls):
            whole = item.category == "container" and bool(item.member) and item.confidence > Confidence.LOW and not carries
            told = item.category in ("secret", "grave") or (item.category == "url" and item.member) or whole
            if told and (own or not says_why or REPEATED in item.passed):
                yield item  # a parameter of another function means nothing here

    def _filled_in(self, fn: Fn, owner: int) -> Flow:
        """The secret that somebody typed into a field of WTForms, which is called after it: ``form.password.data``."""
        field = fn.body.nodes[owner]
        if field[0] != ir.ATTR or split(self._follower.text(fn, field[1]).rpartition(".")[2])[-1:] != ("form",):
            return UNKNOWN
        return Flow(tuple(item for item in self._follower.flow(fn, owner).found if item.category == "secret"))

    def part(self, fn: Fn, owner: int, position: int) -> Flow | None:
        """What an item of an attribute holds that is only ever given tuples: ``self._token = (token, expires)``."""
        record = fn.body.nodes[owner]
        whole = self._names.entity(fn, record[1]) if record[0] == ir.ATTR else None
        if whole is None or whole[0] not in ("inst", "cls"):
            return None
        flows = []
        stores = next((found for base in self._names.mro(whole[1])[0] if (found := base.attributes.get(record[2]))), ())
        for where, value, line in stores if len(stores) <= _MOST_STORED else ():
            if source(where, value)[:2] == [ir.CONST, None]:
                continue
            if (given := element(where, value, position)) is None:
                return None
            stored = Flow(self._follower.flow(where, given).found)
            flows.append(hop(stored, (where.module.path, line, 0), f"stored in `{whole[1].name}.{record[2]}`"))
        return merge(flows) if flows else None

    def _selected(self, fn: Fn, owner: int, name: str) -> Flow:
        """What remains of a value when one attribute of it is taken."""
        if name == "url" and (sent := asked(self._follower, fn, owner)).found:
            return sent
        if name == "data" and (filled := self._filled_in(fn, owner)).found:
            return filled
        if name in STREAMS and (written := self._follower.git_remotes.told(fn, owner, name)) is not UNKNOWN:
            return written
        if name == "args" and (command := self._follower.git_remotes.command(fn, owner)).found:
            return command
        if name not in _OF_OBJECTS and fn.is_method and fn.body.nodes[owner][:2] == [ir.PARAM, 0]:
            return UNKNOWN  # ``self``: to follow all that its text shows costs much, and of that nothing would be left
        flow = self._follower.flow(fn, owner)
        kept = []
        for item in flow.found:
            if name in _CLEAN_PARTS and item.kind in _SPLITS_URL and item.text.endswith(".url"):
                continue
            told = item.category in ("exception", "traceback") and name in _ERROR_TEXT
            if item.category == "exception" and name == "__traceback__":
                kept.append(replace(item, category="traceback", label="the traceback", confidence=Confidence.MEDIUM))
            repeated = REPEATED in item.passed and (name in _REPEATS or (name in STREAMS and item.category == "url" and item.member != ""))
            if item.category == "untrusted" or told or repeated or (item.category == "secret" and keeps(item, name)):
                kept.append(item)
            elif name == "key" and (item.label == "password" or source(fn, owner)[0] == ir.ELEM):
                continue  # by which a store knows one of several
            elif (item.category == "secret" and name in _KEEPS_SECRET) or (name in _LOGIN_PARTS and _has_login(item)):
                kept.append(replace(item, confidence=min(item.confidence, Confidence.MEDIUM)))
        given = (ref for ref in flow.refs if REPEATED in ref.passed) if name in _REPEATS else ()  # an error's command, of whoever calls
        return Flow(tuple(kept), tuple(given))


def _has_login(item: Found) -> bool:
    """Whether it is an address in which a login stands before the host."""
    return item.category == "url" and item.label in _WITH_LOGINS and IN_QUERY not in item.passed
