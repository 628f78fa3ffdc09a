"""Methods of values whose class is not known: formatting, masking, dumping, looking up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.calling.replaced_parts import OTHER_PARTS
from checker.source.flow.calling.text_methods import TextMethods
from checker.source.flow.evidence.read_beside import read_beside
from checker.source.flow.holding.left_out import excluded
from checker.source.flow.holding.objects import members
from checker.source.flow.holding.parts import DECRYPTED, told_by
from checker.source.flow.kinds.contained import contained
from checker.source.flow.literal import source
from checker.source.flow.origin import CLEAN, Flow, Found, Place, behind, mark, merge, unmarked, untrusted, weaker
from checker.source.ir import Node
from checker.source.lexicon.words import split
from checker.source.names.above import ABOVE
from checker.source.names.elements import Cls, Entity, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LISTENING = frozenset({"listen", "serve", "serve_forever", "accept", "start_server", "create_server", "bind", "bind_to_random_port"})
_ITEMS = frozenset({"get", "pop", "setdefault", "getlist", "get_all", "getfirst", "getone", "getall", "findtext"})
_DUMPS = frozenset({"model_dump", "model_dump_json", "dict", "json", "asdict", "astuple", "copy", "model_copy", "_asdict", "to_dict"})
_SENDS = frozenset({"post", "get", "json", "form"})
_SENT_WITH = frozenset({"url", "uri", "data", "json", "headers", "params", "request_data", "timeout"})
"""Keywords by which a request is sent, and none is read."""
_COPIED = frozenset({"copy", "model_copy"})
_WHOLE = frozenset({"model_dump", "model_dump_json"})
"""Dumps that leave nothing out: those of other names are as often written by hand, and without the password."""
_HOME = "homeassistant"
_ABSOLUTE = "build_absolute_uri"
_OF_LOGINS = "the token endpoint's response"
"""The label of what a login is answered."""
_PARAMETERS = frozenset({"get_parameter", "get_parameters", "get_parameters_by_path"})
_RAW = frozenset({"recv", "recvfrom", "recvmsg"})
"""Methods of sockets that give bytes, whose text is their ``repr()``."""
_ALWAYS_RAW = frozenset({"sock_recv", "recv_multipart"})
"""Those that do so of every library: the parts of a message of ZeroMQ are bytes."""
_TEXT_SOCKETS = frozenset({"websocket", "websockets", "aiohttp", "wsproto", "picows", "simple_websocket", "starlette", "fastapi", "quart"})
"""Libraries whose sockets give text."""
_WEB_SOCKETS = frozenset({"ws", "websocket", "socket"})
"""Words of names for the connection to a server that sends over the web."""
_GLIMPSE = 100
"""Bytes of a body that say what kind it is, and little more."""


class Methods:
    """Methods of values whose class is not known: formatting, masking, dumping, looking up."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        texts = TextMethods(follower)
        self._special: dict[str, Callable[[Fn, Node, int, str, Place], Flow | None]] = {
            **dict.fromkeys(_ITEMS, self._looked_up), **dict.fromkeys(_DUMPS, self._dumped),
            "sub": texts.pattern_sub, "subn": texts.pattern_sub, "replace": texts.replaced,
            "splitlines": texts.one_line, "readline": texts.one_line,
            "split": texts.words, "join": texts.joined, "value": self._held, "reveal": self._held,
            "load": follower.forms.loaded, "items": self._section, "result": follower.pools.result, "map": follower.pools.mapped,
            "encode": texts.encoded, "decode": texts.decoded, "parse": texts.decoded,
            "as_dict": self._of_entry, "render_as_string": self._rendered, "get_secret_value": self._revealed,
            **dict.fromkeys(_PARAMETERS, self._decrypted),
            "substitute": texts.substituted, "safe_substitute": texts.substituted,
            **{name: partial(one, follower) for name, one in OTHER_PARTS.items()},
            "format": texts.formatted, "format_map": texts.formatted,
        }  # fmt: skip

    def flow(self, fn: Fn, node: Node, place: Place) -> Flow | None:
        """What a method call gives, by its name and its receiver; ``None`` where the name tells nothing."""
        callee = fn.body.nodes[node[1]]
        if callee[0] != ir.ATTR:
            return None
        owner, name = callee[1], callee[2]
        text = f"{self.follower.text(fn, node[1])}()"
        told = self.follower.settings.told(fn, node, text.removesuffix("()"), place)
        if told is not None and (name not in _ITEMS or told.found[0].text.endswith(f"({self.follower.calls.constant(fn, node, 1)!r})")):
            return told
        special = self._special.get(name)
        known = special(fn, node, owner, text, place) if special is not None else None
        return known if known is not None else self._by_vocabulary(fn, node, owner, name, text, place)

    def _by_vocabulary(self, fn: Fn, node: Node, owner: int, name: str, text: str, place: Place) -> Flow | None:
        tables = self.tables
        if f"*.{name}" in tables.functions:
            told = self.follower.lexicon.tell(name) or self.follower.lexicon.tell(self.follower.text(fn, owner).rpartition(".")[2])
            label = told.label if told else name.replace("_", " ")
            return Flow((Found(tables.functions[f"*.{name}"], label, text, Confidence.HIGH, place),))
        for container in tables.containers.methods.get(name, ()):
            if container.confidence == "high":  # to_dict() and its kind are passers, and tell nothing of the receiver
                return Flow((contained(container, text, place),))
        for sanitizer in tables.sanitizers.methods.get(name, ()):
            return CLEAN if "all" in sanitizer.removes else behind(self.follower.flow(fn, owner), sanitizer.removes)
        sends = name in _SENDS and any(keyword in _SENT_WITH for keyword, _ in node[3])  # ``request.post(url=...)`` of a client
        known = self.follower.requests.owned.flow(fn, owner, name, text, place) if not sends else None
        if known is not None:  # request.build_absolute_uri(link) has the link in it
            return merge([known, *self.follower.calls.arguments(fn, node)]) if name == _ABSOLUTE else known
        for passer in tables.passers.methods.get(name, ()):
            flows = self.follower.calls.arguments(fn, node, passer.arguments or ("self",))
            flow = merge(flows if passer.arguments else [*flows, *self.follower.calls.arguments(fn, node)])
            flow = unmarked(flow, "bytes") if name == "decode" else flow
            limit = self.follower.calls.constant(fn, node, 0) if name == "read" else None
            if isinstance(limit, int) and 0 < limit <= _GLIMPSE:
                flow = weaker(flow, Confidence.LOW)
            return mark(flow, passer.mark) if passer.mark else flow
        for origin in tables.sources.methods.get(name, ()):
            imported = not origin.imports or not fn.module.tops.isdisjoint((*origin.imports, "socket"))
            if imported and (not name.startswith("recv") or self._listens(fn)) and not self._is_answered(fn, text):
                made = untrusted(origin.framework, text, place)
                raw = name in _ALWAYS_RAW or (name in _RAW and fn.module.tops.isdisjoint(_TEXT_SOCKETS))
                return Flow((replace(made, passed=frozenset({"bytes"})) if raw else made,))
        return None

    @staticmethod
    def _listens(fn: Fn) -> bool:
        """Whether the module waits for clients: what a server answers to one's own request is not a client's."""
        return any(not _LISTENING.isdisjoint(other.head.called) for other in fn.module.functions)

    @staticmethod
    def _is_answered(fn: Fn, text: str) -> bool:
        """Whether what is received is a server's answer: the library `websocket` knows no clients."""
        owner = text.partition("(")[0].rpartition(".")[0]
        return "websocket" in fn.module.tops and not _WEB_SOCKETS.isdisjoint(split(owner or fn.head.name))

    def _looked_up(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``owner.get(key)``"""
        if not node[2] or node[2][0] < 0:
            return self.follower.requests.answers.provided(fn, node, place) if not node[2] else None
        key = self.follower.mappings.key(fn, node[2][0])
        if isinstance(key, str) and self.follower.settings.is_section(fn, node, key):
            key = self.follower.calls.constant(fn, node, 1)
        if key is None and (each := self.follower.named_items.taken(fn, owner, node[2][0], place)) is not None:
            return each
        flow = self.follower.mappings.item(fn, owner, key, f"{self.follower.text(fn, owner)}[{key!r}]" if key else text, place)
        flow = flow if key is not None else told_by(fn, flow, node[2][0])
        default = fn.body.nodes[node[2][1]] if len(node[2]) > 1 and node[2][1] >= 0 else (ir.OPAQUE,)
        return mark(flow, "repr") if default[0] in (ir.SEQ, ir.DICT) else flow

    def _section(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``parser.items("database")``: of a mapping nobody asks for a part in this way."""
        return self.follower.named_items.section(fn, owner, text, place) if len(node[2]) == 1 and not node[3] else None

    def _held(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``SETTING.value()``"""
        flow = self.follower.flow(fn, owner)
        return flow if not node[2] and any(item.category in ("secret", "url") for item in flow.found) else None

    def _rendered(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """SQLAlchemy's ``url.render_as_string(hide_password=False)``"""
        if any(keyword == "hide_password" and fn.body.nodes[value][1:] == [False] for keyword, value in node[3]):
            return Flow((Found("url", "URL with its password", text, Confidence.HIGH, place),))
        return CLEAN if all(fn.body.nodes[value][0] == ir.CONST for _, value in node[3]) else None

    def _revealed(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``SecretStr.get_secret_value()``"""
        told = self.follower.lexicon.tell(self.follower.text(fn, owner).rpartition(".")[2])
        return Flow((Found("secret", told.label if told else "secret", text, Confidence.HIGH, place),))

    def _decrypted(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``ssm.get_parameter(Name=name, WithDecryption=True)``: what AWS keeps encrypted."""
        asked = any(name == "WithDecryption" and fn.body.nodes[value][1:] == [True] for name, value in node[3])
        return Flow((Found("secret", "decrypted parameter", text, Confidence.HIGH, place, DECRYPTED),)) if asked else None

    def _dumped(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        entity = self._own(fn, self.names.entity(fn, owner), fn.body.nodes[node[1]][2])
        if entity is None or entity[0] != "inst":
            return self._shown_whole(fn, node, owner, place) if fn.body.nodes[node[1]][2] in _WHOLE else None
        gone = set(excluded(self.follower, entity[1]))
        for name, value in node[3]:
            if name in ("exclude", "include"):
                record = fn.body.nodes[value]
                if name == "include":
                    return CLEAN
                gone.update(
                    fn.body.nodes[item][1] for item in (record[1] if record[0] == ir.SEQ else ()) if fn.body.nodes[item][0] == ir.CONST
                )
                gone.update(key for key in (record[1] if record[0] == ir.DICT else ()) if key)
            elif name == "update":
                gone.update(self._masked_keys(fn, value))
        dumped = fn.body.nodes[node[1]][2] not in _COPIED
        flow = members(self.follower, entity[1], place, text, dumped=dumped)
        found = members(self.follower, entity[1], place, text, gone=frozenset(gone), dumped=dumped).found if gone else flow.found
        if not flow.found and not gone and (whole := self._answer(entity[1], text, place)) is not None:
            return Flow((whole,))
        return Flow(found) if found else CLEAN if flow.found or self._hides(entity[1]) else None

    def _shown_whole(self, fn: Fn, node: Node, owner: int, place: Place) -> Flow | None:
        """A dump of something unknown that leaves nothing out, and of which a secret is read."""
        chosen = any(name in ("exclude", "include") for name, _ in node[3])
        told = read_beside(self.follower, fn, owner, place) if not chosen else None
        return Flow((told,)) if told is not None else None

    def _of_entry(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``entry.as_dict()`` of Home Assistant, which has all of ``entry.data`` in it."""
        return self._shown_whole(fn, node, owner, place) if _HOME in fn.module.tops else None

    def _own(self, fn: Fn, entity: Entity | None, method: str) -> Entity | None:
        """What a method is called of, which is the object itself where its library is asked for it: ``super().model_dump()``."""
        if entity != ABOVE or fn.owner is None or any(method in cls.record.methods for cls in self.names.mro(fn.owner)[0][1:]):
            return entity
        return ("inst", fn.owner)

    def _masked_keys(self, fn: Fn, value: int) -> Iterator[str]:
        """The keys of a dict that is written out which hold a mask: ``model_copy(update={"password": "***"})``."""
        record = source(fn, value)
        for key, held in zip(record[1], record[2], strict=True) if record[0] == ir.DICT else ():
            if key and self.follower.edits.masks.is_mask(fn, held):
                yield key

    def _hides(self, cls: Cls) -> bool:
        """Whether a class holds what is secret in a type that shows none of it, as far as its fields say: ``access: SecretStr``."""
        fields = (field for base in self.names.mro(cls)[0] for field in base.record.fields)
        return any(name.rpartition(".")[2] in self.tables.safe_types for field in fields for name in field.annotation.split())

    def answered(self, fn: Fn, node: Node, place: Place) -> Found | None:
        """What a method that writes an object out, and of whose body nothing is known, gives by the object's class."""
        callee = fn.body.nodes[node[1]]
        if callee[0] != ir.ATTR or callee[2] not in _DUMPS or callee[2] in _COPIED:
            return None
        entity = self.names.entity(fn, callee[1])
        return self._answer(entity[1], f"{self.follower.text(fn, node[1])}()", place) if entity and entity[0] == "inst" else None

    def _answer(self, cls: Cls, text: str, place: Place) -> Found | None:
        """``AccessTokenResponse(**info).to_dict()``: a class that is called as what a login answers."""
        told = self.tables.container_name("_".join(split(cls.name)))
        declared = any(field.annotation for base in self.names.mro(cls)[0] for field in base.record.fields)
        if told is None or told.label != _OF_LOGINS or declared:  # its fields tell what is in it
            return None
        return contained(told, text, place, Confidence.MEDIUM)
