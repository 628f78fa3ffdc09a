"""Where a value comes from: one function's node tables, walked backwards; calls and objects are followed by their own files."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.calling.callers import Callers
from checker.source.flow.calling.calls import PARTS_OF_ADDRESSES, Calls
from checker.source.flow.calling.functions import INCOMING, Functions
from checker.source.flow.calling.in_place import InPlace
from checker.source.flow.calling.methods import Methods
from checker.source.flow.calling.pools import Pools
from checker.source.flow.calling.settings import Settings
from checker.source.flow.cycles import NEVER, Cycles, Open
from checker.source.flow.evidence.consumers import Consumers
from checker.source.flow.evidence.given_to import GivenTo
from checker.source.flow.evidence.logins import Logins
from checker.source.flow.evidence.lookups import Lookups
from checker.source.flow.evidence.members import Members
from checker.source.flow.evidence.proofs import Proofs
from checker.source.flow.holding import defaults
from checker.source.flow.holding.attributes import Attributes
from checker.source.flow.holding.constructed import Constructed
from checker.source.flow.holding.edits import Edits
from checker.source.flow.holding.exceptions import Exceptions
from checker.source.flow.holding.filled_later import FilledLater
from checker.source.flow.holding.git_remotes import GitRemotes
from checker.source.flow.holding.given_objects import GivenObjects
from checker.source.flow.holding.loops import Loops
from checker.source.flow.holding.mappings import Mappings
from checker.source.flow.holding.messages import Messages
from checker.source.flow.holding.named_items import NamedItems
from checker.source.flow.holding.named_tuples import NamedTuples
from checker.source.flow.holding.objects import is_record, several, shown
from checker.source.flow.holding.overwritten_fields import OverwrittenFields
from checker.source.flow.kinds import parameters
from checker.source.flow.kinds.bodies import Bodies
from checker.source.flow.kinds.by_name import ByName
from checker.source.flow.kinds.commands import Commands
from checker.source.flow.kinds.forms import Forms
from checker.source.flow.kinds.handlers import is_numbered
from checker.source.flow.kinds.printed import Printed
from checker.source.flow.kinds.processes import Processes
from checker.source.flow.kinds.requests import Requests
from checker.source.flow.literal import source
from checker.source.flow.origin import CLEAN, MASKED, UNKNOWN, Flow, Found, Place, Ref, goes_on, hinted, hop, mark, merge, weaker, without
from checker.source.flow.spelling import spelt
from checker.source.flow.texts import Texts
from checker.source.index.scope import MOST_UNION
from checker.source.ir import Node
from checker.source.lexicon import annotated
from checker.source.lexicon.tables import Tables
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.source.names.lookup import Names

_GONE = {
    "": ("untrusted",),
    "url": ("url",),
    "begun": ("container",),
    **dict.fromkeys(("error", "named", "among", "refused"), ("container", "secret")),
    "literal": ("secret", "grave", "personal", "url", "container", "untrusted"),
}
"""What a test has shown a value not to be."""
_DEEPEST = 300
_OPEN = [Open(level=depth) for depth in range(_DEEPEST + 1)]
_PLACED = frozenset((ir.PARAM, ir.GLOBAL, ir.VAR, ir.ATTR, ir.ITEM, ir.CALL, ir.DICT, ir.CAUGHT, ir.SET))
"""Operations whose last two parts are their line and column."""


class Follower:
    """Follows values backwards through one project; remembers every answer."""

    def __init__(self, names: Names, tables: Tables) -> None:
        self.names = names
        self.tables = tables
        self.lexicon = tables.lexicon
        self.cycles = Cycles()
        self.by_name = ByName(self)
        self.members = Members(self)
        self.given_to = GivenTo(self)
        self.consumers = Consumers(self)
        self.proofs = Proofs(self)
        self.processes = Processes(self)
        self.commands = Commands(self)
        self.forms = Forms(self)
        self.git_remotes, self.filled_later, self.pools = GitRemotes(self), FilledLater(self), Pools(self)
        self.given_objects = GivenObjects(self)
        self.calls = Calls(self)
        self.methods = Methods(self)
        self.functions, self.in_place, self.settings = Functions(self), InPlace(self), Settings(self)
        self.callers = Callers(self)
        self.exceptions = Exceptions(self)
        self.requests = Requests(self)
        self.mappings, self.loops = Mappings(self), Loops(self)
        self.edits = Edits(self)
        self.named_items = NamedItems(self)
        self.bodies = Bodies(self)
        self.logins = Logins(self)
        self.lookups = Lookups(self)
        self.messages = Messages(self)
        self.printed = Printed(self)
        self.named_tuples = NamedTuples(self)
        self.texts = Texts(self)
        self.attributes = Attributes(self)
        self.constructed = Constructed(self)
        self.overwritten_fields = OverwrittenFields(self)
        self.depth = 0
        self.caught: dict[Place, list[tuple[Fn, int]]] = {}
        """For each handler: the raises that it may catch."""
        mappings, texts, nothing, one_of = self.mappings, self.texts, self._nothing, self._sequence
        self._readers: dict[int, Callable[[Fn, int, Node], Flow]] = {
            ir.CONST: nothing, ir.OPAQUE: nothing, ir.LAMBDA: nothing, ir.CLASS: nothing, ir.MASKIF: self._masked,
            ir.PARAM: self._parameter, ir.GLOBAL: self._global, ir.VAR: self._variable, ir.IMPORT: self._import,
            ir.ATTR: self.attributes.taken,
            ir.CALL: self.calls.flow, ir.SEQ: one_of, ir.UNION: self._one_of, ir.CAUGHT: self._caught, ir.COMP: self._comprehension,
            ir.TOUCHED: self._touched, ir.CHECKED: self._checked,
            ir.ITEM: mappings.taken, ir.DICT: self.edits.dict, ir.SET: self.edits.set, ir.DROP: self.edits.drop,
            ir.ELEM: self.loops.element, ir.UNPACK: self.loops.unpack, ir.JOIN: texts.join, ir.SLICE: texts.slice,
        }  # fmt: skip

    def forget(self) -> None:
        """Know nothing but the facts, also where an error has left something half followed."""
        self.depth = 0
        self.cycles.forget()
        self.caught.clear()
        self.callers.forget()
        self.logins.forget()
        self.by_name.token_names.forget()
        self.members.forget()
        self.consumers.forget()
        self.functions.forget()
        self.exceptions.thrown.forget()
        self.by_name.split_texts.forget()
        self.requests.answers.forget()
        self.overwritten_fields.forget()
        self.filled_later.forget()

    def flow(self, fn: Fn, node: int) -> Flow:
        """All origins of a node, seen from inside its function."""
        known: Flow | None = fn.flows.get(node)
        if known is not None:
            return known if type(known) is Flow else self.cycles.met(known)
        cycles, depth = self.cycles, self.depth
        if depth > _DEEPEST:
            self.names.reads.beyond.add(f"a value that goes through more than {_DEEPEST} others")
            return UNKNOWN
        fn.flows[node] = _OPEN[depth]
        outer, cycles.lowest, self.depth = cycles.lowest, NEVER, depth + 1
        record = fn.body.nodes[node]
        result = self._readers[record[0]](fn, node, record)
        self.depth = depth
        fn.flows[node] = result
        if cycles.lowest == NEVER:
            cycles.lowest = outer
        else:
            cycles.close(depth, outer, fn.flows, node)
        return result

    text = staticmethod(spelt)
    """How an expression is spelt."""

    def place(self, fn: Fn, node: Node) -> Place:
        """Where a node stands; of one without a place of its own where its function begins."""
        return (fn.module.path, node[-2], node[-1]) if node[0] in _PLACED else (fn.module.path, fn.head.line, 0)

    @staticmethod
    def _nothing(fn: Fn, index: int, node: Node) -> Flow:
        return CLEAN

    def _variable(self, fn: Fn, index: int, node: Node) -> Flow:
        name, place = node[1], self.place(fn, node)
        if self.lexicon.hushed(split(name)):
            expected = self.proofs.expected(fn, node[2], name, place)
            return Flow((expected,)) if expected is not None else CLEAN
        flow = hop(self.mappings.whole(fn, node[2], name), place, f"assigned to `{name}`")
        asides, last = self.tables.asides, split(name)[-1:]
        if not asides["callable"].isdisjoint(last):
            flow = without(flow, ("secret", "grave", "container"))
        if self.by_name.is_object_by_use(fn, name):
            flow = weaker(flow, Confidence.LOW)
        unpacked = fn.body.nodes[node[2]][0] == ir.UNPACK
        if unpacked and not asides["beside"].isdisjoint(last):
            flow = without(flow, ("secret", "grave"))
        if unpacked and not asides["outcome"].isdisjoint(last):
            flow = replace(flow, found=tuple(item for item in flow.found if item.category not in ("secret", "grave") or item.passed))
        if self.by_name.is_path(fn, name) or not asides["place"].isdisjoint(last):
            flow = without(flow, ("secret", "grave"))
        if flow.found and self.by_name.against.is_made_path(fn, node[2]):
            flow = without(flow, ("container",))
        if not PARTS_OF_ADDRESSES.isdisjoint(last):
            flow = without(flow, ("url",))
        if (filled := self.messages.filled(fn, name, node[2], place)) is not None:
            return Flow((*flow.found, filled), flow.refs)
        return self.by_name.named(fn, flow, name, name, place, node[2], since=place[1])

    def _parameter(self, fn: Fn, index: int, node: Node) -> Flow:
        position = node[1]
        name = fn.head.params[position]
        if position == 0 and fn.is_method:
            return shown(self, fn.owner, self.place(fn, node), "self") if fn.owner and not fn.head.flags & ir.OF_CLASS else CLEAN
        annotation = fn.head.annotations[position]
        if annotated.is_safe(annotation, self.tables.safe_types) or self.lexicon.hushed(split(name)) or is_numbered(fn, name):
            return CLEAN
        place = self.place(fn, node)
        flow = Flow(refs=(Ref(position),))
        entity = self.names.annotated(fn, annotation) if annotation else self.names.entity(fn, index) if name == "instance" else None
        if entity and entity[0] == "inst" and not self.names.is_text_class(entity[1]):
            made = self.by_name.wire.signed(fn, shown(self, entity[1], place, name))
            return replace(made, refs=flow.refs, clean=False)
        flow = self.by_name.named(fn, flow, name, name, place)
        flow = parameters.as_a_form(self, fn, name, place, several(self, fn, position, place, flow))
        if annotated.is_mapping(annotation) and (telling := self.lexicon.tell(name)) and telling.category == "secret":
            flow = replace(flow, refs=(Ref(position, removed=frozenset({"secret"})),))  # claims of a token, the parts of credentials
        if self.by_name.is_path(fn, name):
            flow = replace(flow, refs=(Ref(position, removed=frozenset({"secret", "grave", "container"})),))
        if flow.found and self.callers.spelt_out(fn, position):
            flow = replace(flow, found=())
        if annotation and annotated.is_object(annotation) and not self.names.is_text(fn, annotation):
            flow = weaker(flow, Confidence.LOW)
        return parameters.by_whose(self, fn, position, place, flow)

    def _global(self, fn: Fn, index: int, node: Node) -> Flow:
        name = node[1]
        entity = self.names.entity(fn, index)
        if entity and entity[0] in ("fn", "cls", "mod"):
            return CLEAN
        if self.lexicon.hushed(split(name)):
            return CLEAN
        bound = self.names.binding(fn, name)
        place = self.place(fn, node)
        if bound is not None and bound != (fn, index):
            flow = self._enclosing(bound[0], self.flow(*bound))
            later = fn.module.declared(name)
            if later:
                flow = merge(
                    [
                        self.by_name.named(fn, replace(flow, clean=False), name, name, place),
                        *(Flow(self.flow(*item).found) for item in later),
                    ]
                )
            begun = flow.clean and source(*bound)[0] == ir.DICT and not source(*bound)[1]  # and filled by some function
            told = entity is not None and entity[0] == "inst" and is_record(self, entity[1])  # by its fields
            if self.names.modules and bound[0].head.parent < 0 and (begun or not flow.clean) and not told:
                known = self._global_members(fn, UNKNOWN if begun else flow, name, place)
                return known if known.found else flow
            return self.filled_later.into(fn, bound, name, place, flow)
        if entity and entity[0] == "lib":
            return self.requests.library(fn, entity[1], name, place)
        return self.by_name.named(fn, UNKNOWN, name, name, place)

    def _enclosing(self, fn: Fn, flow: Flow) -> Flow:
        """A flow of an enclosing function, whose parameters mean nothing inside: what its callers give takes their place."""
        if not flow.refs:
            return flow
        above = [
            replace(item, passed=item.passed | ref.passed)
            for ref in flow.refs
            for item in self.callers.arriving(fn, ref.position, ref.key).found
            if goes_on(item, ref)
        ]
        return merge([Flow(flow.found), Flow(tuple(above))])

    def _global_members(self, fn: Fn, flow: Flow, name: str, place: Place) -> Flow:
        if flow.found:
            return flow
        for function in fn.module.functions:
            flow = self.members.kept(function, flow, name, place)
            if flow.found:
                break
        return flow

    def _import(self, fn: Fn, index: int, node: Node) -> Flow:
        where = self.names.imported_value(node[1], fn.module)
        if where is not None:
            return self.flow(*where)
        entity = self.names.entity(fn, index)
        if entity is None or entity[0] != "lib" or "." not in entity[1]:
            return CLEAN  # a module, whatever it is called: ``import python_jwt as jwt``
        return self.requests.library(fn, entity[1], node[1].rpartition(".")[2], (fn.module.path, 1, 0))

    def _sequence(self, fn: Fn, index: int, node: Node) -> Flow:
        flow = merge([self.commands.listed(fn, node[1], at) for at in range(len(node[1]))])
        return self.mappings.paired(fn, node, flow) if len(node[1]) == 2 else flow

    def _one_of(self, fn: Fn, index: int, node: Node) -> Flow:
        if len(node) > 2:
            self.names.reads.beyond.add(f"a value that is one of more than {MOST_UNION}")
        flow = merge([self.flow(fn, value) for value in node[1]])
        if flow.found and (left := self.overwritten_fields.left(fn, node)) is not None:
            return left
        if len(node[1]) > 1 and (begun := defaults.filled(self, fn, node[1])) is not None:
            flow = replace(flow, found=(*flow.found, begun))
        return hinted(flow) if (flow.found or flow.refs) and self.texts.masked_by_choice(fn, node) else flow

    def _masked(self, fn: Fn, index: int, node: Node) -> Flow:
        return self.overwritten_fields.left(fn, node) or CLEAN

    def _caught(self, fn: Fn, index: int, node: Node) -> Flow:
        handler = fn.body.handlers[node[1]]
        place = (fn.module.path, handler.line, node[3])
        sites, carried = self.exceptions.caught(fn, handler)
        self.caught[place] = sites
        text, marks = "the exception's text", frozenset({"exception"})
        found = Found("exception", text, "exception", Confidence.LOW, place, " ".join(handler.types), passed=marks)
        return Flow((found, *carried.found), carried.refs)

    def _comprehension(self, fn: Fn, index: int, node: Node) -> Flow:
        flow = self.flow(fn, node[1])
        return self.edits.without_key(fn, node, flow) if isinstance(node[2], str) else without(flow, ("container",)) if node[2] else flow

    def _checked(self, fn: Fn, index: int, node: Node) -> Flow:
        flow, shown_to_be = self.flow(fn, node[1]), node[2] if len(node) > 2 else ""
        if shown_to_be in ("asked", "flat"):
            return self.lookups.proven(fn, node, flow)
        gone = _GONE.get(shown_to_be, ())
        if shown_to_be == "named" and any(item.label == INCOMING for item in flow.found):
            return flow  # cookies are left
        left = without(flow, gone) if flow.found or flow.refs else flow
        left = mark(left, MASKED) if "container" in gone else left
        return self.overwritten_fields.passed_over(fn, node, flow, left) if len(node) > 3 and flow.found else left

    def _touched(self, fn: Fn, index: int, node: Node) -> Flow:
        flow = self.flow(fn, node[1])
        if (flow.found or flow.refs) and self.in_place.cleans(fn, node[2], node[1]):
            return CLEAN
        added = self.in_place.added(fn, node[2], node[1])
        return merge([flow, added]) if added.found else flow
