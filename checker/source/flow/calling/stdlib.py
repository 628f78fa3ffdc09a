"""What the functions of Python's own library give that are more than passers: `getattr`, `vars`, `sorted`, `re.sub` and their like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow import literal
from checker.source.flow.holding.left_out import filters
from checker.source.flow.holding.literal_tables import texts
from checker.source.flow.holding.objects import is_record, members
from checker.source.flow.holding.rows import as_dict
from checker.source.flow.literal import plain
from checker.source.flow.origin import CLEAN, MASKED, UNKNOWN, Flow, Found, Place, merge, without
from checker.source.ir import Node
from checker.source.lexicon.masks import is_mask
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_DUMPERS = ("dataclasses.asdict", "dataclasses.astuple", "attr.asdict", "attrs.asdict", "attr.astuple", "attrs.astuple",
            "msgspec.to_builtins", "msgspec.structs.asdict")  # fmt: skip
"""Calls that give all fields of an object, those hidden from its own text included."""
_EVOLVES = ("dataclasses.replace", "attr.evolve", "attrs.evolve", "copy.replace", "msgspec.structs.replace")
"""Calls that give a copy of an object with some of its fields changed."""
_ENGINES = ("sqlalchemy.create_engine", "sqlalchemy.engine.create_engine", "sqlalchemy.ext.asyncio.create_async_engine")
_OF_ROWS = ("django.forms.models.model_to_dict", "django.forms.model_to_dict")
"""Calls that give all columns of a row."""
_CHARACTER_TESTS = frozenset({"isdigit", "isalnum", "isprintable", "isalpha"})
_STARS = frozenset("*xX#•.")
_EVERY = frozenset({".", ".+", ".*", r"\w", r"\S", r"\w+", r"\S+", "[^ ]", r"[\s\S]"})
"""Patterns that all of a secret matches."""
_WRITING = ("subprocess.check_output", "subprocess.getoutput", "os.popen")
"""Calls that give what a program writes."""
_BUT_CONTAINERS = frozenset({"secret", "grave", "personal", "url", "untrusted", "exception", "traceback"})
_LISTING = ("sorted", "list", "set", "tuple", "frozenset", "iter", "reversed", "next", "min", "max", "enumerate")


class Stdlib:
    """The part of the follower that knows these functions."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self._special: dict[str, Callable[[Fn, Node, str, Place], Flow | None]] = {
            "getattr": self._getattr, "filter": self._filter, "dict": self._keywords, "vars": self._vars, "locals": self._locals,
            **dict.fromkeys(_DUMPERS, self._vars),
            "re.split": self._split, "map": follower.pools.each,
            **dict.fromkeys(_EVOLVES, self._evolved),
            **dict.fromkeys(_ENGINES, self._engine), **dict.fromkeys(_OF_ROWS, self._of_row),
            "re.sub": self._substituted, "re.subn": self._substituted, "regex.sub": self._substituted,
            **dict.fromkeys(_LISTING, self._listed), **dict.fromkeys(_WRITING, follower.git_remotes.output),
        }  # fmt: skip

    def flow(self, fn: Fn, node: Node, dotted: str, text: str, place: Place) -> Flow | None:
        """What a call of the function of that name gives, ``None`` where it is none of these, or nothing is known."""
        special = self._special.get(dotted)
        return special(fn, node, text, place) if special is not None else None

    def _getattr(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        key = self.follower.mappings.key(fn, node[2][1]) if len(node[2]) > 1 and min(node[2][:2]) >= 0 else None
        if key is None:  # fewer than two arguments, or a name that nobody knows
            return (
                self.follower.named_items.taken(fn, node[2][0], node[2][1], place) if len(node[2]) > 1 and min(node[2][:2]) >= 0 else None
            )
        return self.follower.mappings.item(fn, plain(node[2][0]), key, f"{self.follower.text(fn, plain(node[2][0]))}.{key}", place)

    def _of_row(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        return as_dict(self.follower, fn, node, text, place)

    def _filter(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        """``filter(str.isdigit, text)`` leaves nothing that could forge a line."""
        if len(node[2]) < 2 or self.follower.text(fn, plain(node[2][0])).rpartition(".")[2] not in _CHARACTER_TESTS:
            return None
        return without(self.follower.flow(fn, plain(node[2][1])), ("untrusted",))

    def _listed(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        return self.follower.loops.iterated(fn, plain(node[2][0])) if node[2] else None

    def _vars(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        owner = self.names.entity(fn, plain(node[2][0])) if node[2] else None
        if owner is not None and owner[0] == "cls":
            return self.everything(owner[1], place, text)
        if any(name == "filter" and filters(self.follower, fn, value) for name, value in node[3]):
            return CLEAN
        if owner is None or owner[0] != "inst":
            flow = self.follower.flow(fn, plain(node[2][0])) if node[2] else UNKNOWN
            told = tuple(item for item in flow.found if item.category == "container" and item.member)
            refs = tuple(replace(ref, removed=ref.removed | _BUT_CONTAINERS) for ref in flow.refs if ref.key is None)
            if told or not refs:
                return Flow(told) if told else None
            return Flow((Found("container", "all attributes", text, Confidence.LOW, place, "variables"),), refs)
        return self.instance(fn, plain(node[2][0]), owner[1], place, f"vars({self.follower.text(fn, plain(node[2][0]))})")

    def instance(self, fn: Fn, owner: int, cls: Cls, place: Place, text: str) -> Flow:
        """``vars(account)``, ``account.__dict__``: all that an object of a known class holds, also what its text hides."""
        flow = members(self.follower, cls, place, text, dumped=True)
        if not flow.found and (made := literal.construction(fn, owner)) and is_record(self.follower, cls):
            flow = self.follower.constructed.whole(fn, made, cls)
        return flow if flow.found else self.everything(cls, place, text)

    def _locals(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        """``locals()``: what the function's own names tell."""
        named = [*fn.head.params, *dict.fromkeys(record[1] for record in fn.body.nodes if record[0] == ir.VAR)]
        for name in named:
            telling = self.follower.lexicon.tell(name)
            if telling and telling.category in ("secret", "grave") and not telling.weak:
                return Flow((Found("container", "all local variables", text, Confidence.HIGH, place, "variables", telling.label),))
        return Flow((Found("container", "all local variables", text, Confidence.LOW, place, "variables"),))

    def everything(self, cls: Cls, place: Place, text: str) -> Flow:
        """All attributes of an instance, secret ones first."""
        label = f"every attribute of `{cls.name}`"
        for sure, classes in ((Confidence.HIGH, self.names.mro(cls)[0]), (Confidence.MEDIUM, tuple(self.names.below(cls)))):
            for name in (name for base in classes for name in base.attributes):
                telling = self.follower.lexicon.tell(name)
                if telling and telling.category in ("secret", "grave") and not telling.weak and _is_filled(classes, name):
                    return Flow((Found("container", label, text, sure, place, "members", telling.label),))
        kept = next(filter(None, self._kept(cls)), "")
        return Flow((Found("container", label, text, Confidence.MEDIUM, place, "members", kept),)) if kept else UNKNOWN

    def _kept(self, cls: Cls) -> Iterator[str]:
        """The secrets that stand in what an object keeps, whatever that is called: ``self.headers = {"Authorization": token}``."""
        kept = (one for base in self.names.mro(cls)[0] for values in base.attributes.values() for one in values)
        for where, value, _ in kept:
            for item in self.follower.flow(where, value).found:
                if item.confidence > Confidence.LOW and MASKED not in item.passed and not item.crossed:
                    yield item.label if item.category == "secret" else item.member if item.category == "container" else ""

    def _keywords(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        if not node[3]:
            return None
        flows = [self.follower.flow(fn, argument) for argument in node[2] if argument >= 0]
        for name, value in node[3]:
            flow = self.follower.flow(fn, value)
            flows = self.follower.edits.overwritten(fn, flows, name, value)
            flows.append(self.follower.by_name.named(fn, flow, name, name, place, value) if name else flow)
        return merge(flows)

    def _evolved(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        """``dataclasses.replace(settings, password="***")``"""
        flows = [self.follower.flow(fn, plain(node[2][0]))] if node[2] else []
        for name, value in node[3]:
            flows = self.follower.edits.overwritten(fn, flows, name, value) if name else flows
        return merge(flows) if flows and (flows[0].found or flows[0].refs or flows[0].clean) else None

    def _substituted(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        """``re.sub(pattern, replacement, subject)``: a mask, an escape, or neither."""
        named = dict(node[3])
        pattern, replacement, subject = (
            node[2][position] if position < len(node[2]) else named.get(name, -1)
            for position, name in enumerate(("pattern", "repl", "string"))
        )
        if subject < 0:
            return UNKNOWN
        flow = self.follower.flow(fn, subject)
        wanted, given = (self.follower.mappings.literal(fn, value) if value >= 0 else None for value in (pattern, replacement))
        stars = isinstance(given, str) and given in _STARS and wanted in _EVERY
        stars = stars or (replacement >= 0 and self.follower.lexicon.masks(self.follower.text(fn, replacement).rpartition(".")[2]))
        stars = stars or (given is None and self.tabled(fn, replacement))
        if stars or is_mask(given) or (isinstance(wanted, str) and any(self.follower.lexicon.tell(word) for word in split(wanted))):
            return without(flow, ("secret", "grave", "personal", "container", "url"))
        if isinstance(wanted, str) and "@" in wanted and ("//" in wanted or ":" in wanted):
            return without(flow, ("secret", "url"))  # user and password of an address
        if isinstance(wanted, str) and (
            r"\n" in wanted or "\n" in wanted or r"\r" in wanted or r"\x00" in wanted or "[^" in wanted or r"\s" in wanted
        ):
            return without(flow, ("untrusted",))
        return flow

    def tabled(self, fn: Fn, node: int) -> bool:
        """Whether a value is one of a table's, some of which are masks: ``for pattern, mask in PATTERNS: pattern.sub(mask, text)``."""
        return node >= 0 and any(map(is_mask, texts(self.follower.names, fn, node)))

    def _engine(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        """SQLAlchemy's engine hides the password of its address, and shows the ODBC driver's whole connection string."""
        record: Node = literal.source(fn, plain(node[2][0])) if node[2] else [ir.OPAQUE]
        parts = [fn.body.nodes[part] for part in record[1]] if record[0] == ir.JOIN else []
        written = "".join(part[1] for part in parts if part[0] == ir.CONST and isinstance(part[1], str))
        return self.follower.flow(fn, plain(node[2][0])) if "odbc_connect=" in written else None

    def _split(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        """``re.split(pattern, text)``: its parts, which hold no line break where it parts at these."""
        if len(node[2]) < 2 or min(node[2][:2]) < 0:
            return None
        flow, pattern = self.follower.flow(fn, node[2][1]), self.follower.calls.constant(fn, node, 0)
        parted = isinstance(pattern, str) and any(found in pattern for found in (r"\n", "\n", r"\s"))
        return without(flow, ("untrusted",)) if parted else flow


def _is_filled(classes: Iterable[Cls], name: str) -> bool:
    """Whether classes, or others in their modules, put anything but ``None`` in the place of that name."""
    for base in classes:
        records = (literal.source(where, value) for where, value, _ in base.attributes.get(name, ()))
        if any(record[0] != ir.CONST or record[1] is not None for record in records):
            return True
        heads = (fn.head for fn in base.module.functions)
        if any(store.name == name and store.owner != "self" for head in heads for store in head.stores):
            return True
    return False
