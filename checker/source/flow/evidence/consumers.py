"""What a value is handed to tells what it holds: what is spread over a login, what a function of the project reads a secret of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.evidence.connected import Connected
from checker.source.flow.evidence.given_to import SPREAD
from checker.source.flow.evidence.members import methods
from checker.source.flow.origin import Place
from checker.source.ir import Node
from checker.source.lexicon import annotated
from checker.source.lexicon.words import Answers, Telling, split
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_DEEPEST = 2
"""Functions through which a value is handed on."""
_MOST_STEPS = 8
_THROUGH = frozenset((ir.VAR, ir.SET, ir.DROP, ir.TOUCHED, ir.CHECKED))
_DATABASES = frozenset(
    {"dbapi", "dbapi2", "db", "database", "sql", "mysql", "postgres", "postgresql", "pg", "oracle", "ldap", "ssh", "sftp", "imap"}
)
"""Words of what is connected to with a password, of which no more is known."""
_READS = frozenset({"from", "load", "read", "open"})
_FILES = frozenset({"file", "filename", "path"})
"""First and last words of calls that read what the file holds whose name they are given: ``from_service_account_file``."""
_ASKING = ("get", "secret")
_NAMES = frozenset({"key", "name", "id", "arn", "secret"})
"""Last words of what a store of secrets is asked for: ``client.get_secret(totp_secret_key, vault)``."""
_FETCHES = frozenset({"get", "access", "fetch", "read", "describe", "lookup"})
_ASKED_BY = (("name",), ("id",), ("path",))
"""First words of calls of such a store, and last ones of the keywords that tell it which: ``access_secret_version(name=secret)``."""
_READERS = frozenset(
    (kind, what) for kind in ("secret", "secrets", "credential", "credentials") for what in ("reader", "store", "manager", "resolver")
)
"""Last words of names for what gives a secret that it is asked for."""
_OWN, _FILLS = "self.", "update "
"""Before an attribute's name, the second: which methods put something into it."""


class Consumers:
    """Evidence by the calls that a value is given to."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names
        self._given = follower.given_to
        self._lexicon = follower.tables.lexicon
        self._connectors = follower.tables.connectors
        self.connected = Connected(follower)
        self._reading = Answers(self._read_of)

    def forget(self) -> None:
        """Know nothing of what functions read of what they are given."""
        self._reading.clear()

    def secret(self, fn: Fn, text: str, place: Place, since: int, value: int = -1) -> tuple[str, Confidence] | None:
        """The label of a secret that a call needs to find in the value called ``text``, and how sure that is; ``None`` where none does.

        Of a dict that is written out (``value``) its own keys tell what is in it.
        """
        if value >= 0 and self._is_written_out(fn, value):
            return None
        found = self._within(fn, text, place, since, 0)
        given = since == 0 and text in fn.head.params
        if found is None and given:
            found = self._kept(fn, fn.head.params.index(text))
        texts = [text] if text.startswith(_OWN) else sorted(self._attributes(fn, fn.head.params.index(text))) if given else []
        for kept in texts if found is None else ():
            for method in self._methods(fn, kept):
                found = found or (self._within(method, kept, place, 0, 0) if method is not fn else None)
        return self._put_into(fn, text) if found is None and text.startswith(_OWN) else found

    def is_reference(self, fn: Fn, text: str, told: Telling) -> bool:
        """Whether what is called ``text`` is handed on as the name or the file of such a secret: ``create(secret_name=args.secret)``."""
        if any(self._refers(one, call, slot, told, text) for one, call, slot in self.slots(fn, text)):
            return True
        others = self._assigned(fn, text) if told.label == "secret" and "[" in text else ()
        return any(self._refers(one, call, slot, told, text) for other in others for one, call, slot in self.slots(fn, other))

    def _assigned(self, fn: Fn, text: str) -> list[str]:
        """The names that what is read of a mapping is given: ``secret = settings["secret"]``."""
        return [node[1] for node in fn.body.nodes if node[0] == ir.VAR and self._follower.text(fn, node[2]) == text]

    def slots(self, fn: Fn, text: str) -> Iterator[tuple[Fn, int, int | str]]:
        """The calls that the value called ``text`` is given to, and where: of an object's attribute those of all its methods."""
        functions = (fn, *(self._methods(fn, text) if text.startswith(_OWN) else ()))
        return ((one, call, slot) for one in functions for call, slot in self._given.slots(one).get(text, ()))

    def _refers(self, fn: Fn, call: int, slot: int | str, told: Telling, text: str) -> bool:
        words = split(self._follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2])
        if words[:1] and words[0] in _FETCHES and self._is_given_reader(fn, call):
            return True
        if isinstance(slot, str):
            fetched = "secret" in words[1:] and words[0] in _FETCHES and split(slot)[-1:] in _ASKED_BY
            return fetched or self._follower.by_name.other_names.is_reference(slot, told)
        named = words == _ASKING and split(text)[-1] in _NAMES
        return slot == 0 and (named or (len(words) > 1 and words[0] in _READS and words[-1] in _FILES))

    def _is_given_reader(self, fn: Fn, call: int) -> bool:
        """Whether a call is given what reads secrets: the rest says which one, ``get_token(secret_reader, cluster.token)``."""
        given = (value for value in fn.body.nodes[call][2] if value >= 0)
        return any(split(self._follower.text(fn, value).rpartition(".")[2])[-2:] in _READERS for value in given)

    def _methods(self, fn: Fn, text: str) -> list[Fn]:
        """The methods of a method's class that give that attribute to a call: mostly none, of thousands that were asked one by one."""
        owner = fn.owner
        if owner is None:
            return []
        self._names.reads.methods.add(owner)  # whoever looked first
        made = owner.handed
        if made is None:
            made = {}
            for method in _with_inner(fn):
                fills = "update" in method.head.called
                for given, calls in self._given.slots(method).items():
                    if given.startswith(_OWN):
                        made.setdefault(given, []).append(method)
                    for call, slot in calls if fills else ():
                        if slot == 0 and (filled := self._fills(method, call)):
                            made.setdefault(_FILLS + filled, []).append(method)
            owner.handed = made  # at last: reading a body may put another one away, with what is kept about it
        return made.get(text, [])

    def _put_into(self, fn: Fn, text: str) -> tuple[str, Confidence] | None:
        """The secret that a method reads of what it fills an attribute with: ``self.config.update(user_input)``."""
        for method in self._methods(fn, _FILLS + text):
            for given, calls in self._given.slots(method).items():
                read = (member.name for member in method.head.members if member.owner == given)
                put = any(slot == 0 and self._fills(method, call) == text for call, slot in calls)
                if (
                    put
                    and (found := self._first(method, read) or self._within(method, given, (method.module.path, method.head.line, 0), 0, 0))
                    is not None
                ):
                    return found
        return None

    def _fills(self, fn: Fn, call: int) -> str:
        """The attribute whose ``update`` a call is; ``""`` of any other."""
        callee = fn.body.nodes[fn.body.nodes[call][1]]
        text = self._follower.text(fn, callee[1]) if callee[0] == ir.ATTR and callee[2] == "update" else ""
        return text if text.startswith(_OWN) else ""

    def _within(self, fn: Fn, text: str, place: Place, since: int, depth: int) -> tuple[str, Confidence] | None:
        nodes = fn.body.nodes
        for call, slot in self._given.slots(fn).get(text, ()):
            node = nodes[call]
            if node[-2] < since or _again(fn, text, node[-2], place[1]):
                continue
            found = self._spread(fn, call, node, depth) if slot == SPREAD else self._read(fn, call, slot, depth)
            if found is not None:
                return found
        return None

    def _is_written_out(self, fn: Fn, value: int, steps: int = _MOST_STEPS) -> bool:
        """Whether a value is a dict all of whose keys stand in the code."""
        record = fn.body.nodes[value]
        if record[0] in _THROUGH and steps:
            return self._is_written_out(fn, record[2] if record[0] == ir.VAR else record[1], steps - 1)
        if record[0] == ir.UNION and steps:
            return bool(record[1]) and all(self._is_written_out(fn, part, steps - 1) for part in record[1])
        if record[0] == ir.CALL and self._follower.text(fn, record[1]) == "dict":
            return not record[2] and all(name for name, _ in record[3])
        return record[0] in (ir.CONST, ir.JOIN, ir.SEQ) or (record[0] == ir.DICT and not any(key in (None, "**") for key in record[1]))

    def is_filled(self, cls: Cls, name: str) -> bool:
        """Whether a method of the class fills an attribute with what it is given: ``self.config.update(config)``."""
        own = (cls.module.functions[index] for index in cls.record.methods.values())
        return any("update" in fn.head.called and fn.head.params and self._updates(fn, f"{fn.head.params[0]}.{name}") for fn in own)

    def _updates(self, fn: Fn, text: str) -> bool:
        for call in fn.body.calls:
            _, callee, given, *_ = fn.body.nodes[call]
            record = fn.body.nodes[callee]
            if record[0] == ir.ATTR and record[2] == "update" and given and self._follower.text(fn, record[1]) == text:
                return given[0] < 0 or not self._is_written_out(fn, given[0])
        return False

    def _spread(self, fn: Fn, call: int, node: Node, depth: int) -> tuple[str, Confidence] | None:
        """The secret that a call takes by keyword and is not given otherwise."""
        entity = self._names.entity(fn, node[1])
        given = {name for name, _ in node[3]}
        if any(self._tell(fn, name) for name in given):
            return None
        if entity is not None and entity[0] == "lib":
            known = entity[1] in self._connectors or self._connects(fn, node[1])
            return ("password", Confidence.MEDIUM) if known else None
        callees = self._names.callees(fn, call)
        if entity is not None and entity[0] == "cls":
            fields = (field.name for field in entity[1].record.fields if field.annotation and field.name not in given)
            if (found := self._first(fn, fields)) is not None or not callees:
                return found
        if not callees and (entity is None or entity[0] == "mod"):
            return ("password", Confidence.MEDIUM) if self._connects(fn, node[1]) else None
        target = self._target(fn, call)
        if target is None:
            return None
        taken = zip(target.head.params, target.head.annotations, strict=False)
        safe = self._follower.tables.safe_types
        found = self._first(target, (name for name, kind in taken if name not in given and not annotated.is_safe(kind, safe)))
        if found is not None or target.head.kwarg < 0 or depth >= _DEEPEST:
            return found
        rest = target.head.params[target.head.kwarg]
        read = (member.name for member in target.head.members if member.owner == rest and member.name not in given)
        return self._first(target, read) or self._within(target, rest, (target.module.path, target.head.line, 0), 0, depth + 1)

    def _connects(self, fn: Fn, callee: int) -> bool:
        """Whether a call goes by its name to a database or the like of which no more is known: ``self.dbapi.connect``."""
        of, _, last = self._follower.text(fn, callee).rpartition(".")
        return last == "connect" and not _DATABASES.isdisjoint(split(of.rpartition(".")[2]))

    def _read(self, fn: Fn, call: int, slot: int | str, depth: int) -> tuple[str, Confidence] | None:
        """The secret that a function of the project reads of what it is given there."""
        taken = self.parameter(fn, call, slot) if depth < _DEEPEST else None
        return self._reading[taken[0], taken[1], depth] if taken is not None else None

    def parameter(self, fn: Fn, call: int, slot: int | str) -> tuple[Fn, int] | None:
        """The one function of the project that a call runs, and the parameter that takes what stands in that slot."""
        target = self._target(fn, call)
        if target is None:
            return None
        bound = next(bound for _, bound in self._names.callees(fn, call))
        position = slot + (1 if bound and target.is_method else 0) if isinstance(slot, int) else _position(target, slot)
        if not 0 <= position < len(target.head.params) or position in (target.head.vararg, target.head.kwarg):
            return None
        return target, position

    def _read_of(self, asked: tuple[Fn, int, int]) -> tuple[str, Confidence] | None:
        """The same of a parameter, whoever calls: of three calls two are of a function that another call was of."""
        target, position, depth = asked
        name = target.head.params[position]
        place = (target.module.path, target.head.line, 0)
        owners = {name, *_elements(target, position)}
        read = (member.name for member in target.head.members if member.owner in owners and not _again(target, member.owner, member.line))
        return self._first(target, read) or self._within(target, name, place, 0, depth + 1) or self._kept(target, position)

    def _kept(self, target: Fn, position: int) -> tuple[str, Confidence] | None:
        """The secret that a class reads of an attribute in which a method keeps what it is given there."""
        texts = self._attributes(target, position)
        read = (member.name for method in methods(target) for member in method.head.members if member.owner in texts)
        return self._first(target, read) if texts else None

    def _attributes(self, target: Fn, position: int) -> set[str]:
        """Those in which a method keeps it: ``self.config``."""
        if not target.is_method:
            return set()
        own, name = target.head.params[0], target.head.params[position]
        kept = {store.name for store in target.head.stores if store.owner == own and self._is_given(target, store.value, position)}
        kept |= {text.partition(".")[2] for text in self._updated(target, name)}
        return {f"{own}.{attribute}" for attribute in kept}

    def _is_given(self, fn: Fn, value: int, position: int, steps: int = _MOST_STEPS) -> bool:
        """Whether a value is a parameter, or may be it: ``config or {}``."""
        record = fn.body.nodes[value]
        if record[0] in _THROUGH and steps:
            return self._is_given(fn, record[2] if record[0] == ir.VAR else record[1], position, steps - 1)
        if record[0] == ir.UNION and steps:
            return any(self._is_given(fn, part, position, steps - 1) for part in record[1])
        return bool(record[0] == ir.PARAM and record[1] == position)

    def _updated(self, fn: Fn, name: str) -> Iterator[str]:
        """The attributes that are filled with what a parameter holds: ``self.config.update(config)``."""
        filled = (self._fills(fn, call) for call, slot in self._given.slots(fn).get(name, ()) if slot == 0)
        return (text for text in filled if text)

    def _first(self, fn: Fn, names: Iterable[str]) -> tuple[str, Confidence] | None:
        """The first name that tells a secret, seen from that function."""
        told = next((told for name in names if (told := self._tell(fn, name)) is not None), None)
        return (told.label, min(Confidence.MEDIUM, self._follower.by_name.sure(fn, told))) if told is not None else None

    def _target(self, fn: Fn, call: int) -> Fn | None:
        """The one function of the project that a call runs."""
        callees = self._names.callees(fn, call)
        if len(callees) != 1 or callees[0][0] is fn:
            return None
        self._names.reads.heads.add(callees[0][0].module)
        return callees[0][0]

    def _tell(self, fn: Fn, name: str) -> Telling | None:
        told = self._lexicon.tell_among(name, self._follower.by_name.words(fn))
        return told if told is not None and told.is_secret else None


def _with_inner(fn: Fn) -> list[Fn]:
    """The methods of a method's class, and the functions in them: ``def connect(): return library.connect(**self.settings)``."""
    own = methods(fn)
    numbers = {method.index for method in own}
    return [*own, *(inner for inner in fn.module.functions if inner.head.parent in numbers)]


def _elements(fn: Fn, position: int) -> set[str]:
    """Names of what loops over a parameter give: ``user`` of ``for user in users:``."""
    nodes = fn.body.nodes
    elements = (node for node in nodes if node[0] == ir.VAR and nodes[node[2]][0] == ir.ELEM)
    return {node[1] for node in elements if list(nodes[nodes[node[2]][1]][:2]) == [ir.PARAM, position]}


def _position(target: Fn, keyword: str) -> int:
    return target.head.params.index(keyword) if keyword in target.head.params else -1


def _again(fn: Fn, name: str, until: int, since: int = 0) -> bool:
    """Whether a call has given a name another value by that line."""
    nodes = fn.body.nodes  # so that this read is noted
    if fn.called is None:
        fn.called = {}
        for node in nodes:
            if node[0] == ir.VAR and nodes[node[2]][0] == ir.CALL:
                fn.called.setdefault(node[1], []).append(node[3])
    return any(since < line <= until for line in fn.called.get(name, ()))
