"""How a function is left: with a refusal (401, 403), with nothing, or otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.source import ir
from checker.source.audit.deciding.refusing import by_name, handed, results
from checker.source.audit.deciding.refusing.answered import Answered
from checker.source.audit.deciding.refusing.own_classes import BARE, OwnClasses
from checker.source.audit.deciding.refusing.refused import Refused
from checker.source.audit.signs.statuses import FIELDS, Statuses, grants, is_told, values_of
from checker.source.flow.literal import bare, unnamed
from checker.source.ir import ways
from checker.source.ir.ways import Block, Exit
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

_ENDINGS = ("Error", "Exception", "Deny", "Denied", "Failure", "Failed")
"""Last words of exceptions."""
_DEEPEST = 3
_MOST_NESTED = 2
"""The flag of a function that is a property."""
_BY_NAME = "|".join(FIELDS)
"""Where a call gives a status by its name."""
_SHAPES = {ir.DICT: "a dict", ir.JOIN: "a text", ir.SEQ: "several values"}
"""What a message calls values that have no name."""


class Exits:
    """Tells refusals from other ways out."""

    def __init__(self, follower: Follower, terms: Terms) -> None:
        self._follower = follower
        self._names = follower.names
        self._terms = terms
        self._statuses = Statuses(follower, terms)
        self._classes = OwnClasses(follower.names, terms, self._statuses)
        self._made: dict[Fn, Refused | None] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        self._made.clear()

    def refused(self, fn: Fn, step: Exit) -> Refused | None:
        """The refusal that an exit is, ``None`` where it is none."""
        if step.value < 0 or step.kind in ("break", "continue"):
            return None
        found = self._raised(fn, step.value) if step.kind == "raise" else self._value(fn, step.value, 0)
        if found is None:
            return None
        verb = {"raise": "raises", "return": "returns", "exit": "calls"}[step.kind]
        return replace(found, text=f"{verb} {found.text or found.status}")

    def refuses(self, fn: Fn) -> bool:
        """Whether anything that a function returns or raises is a refusal."""
        raised = (one.value for one in fn.body.raises if fn.head.raises)
        if any(self._raised(fn, value) is not None or bool(self.held(fn, value)) for value in raised):
            return True
        return any(self._value(fn, value, 0) is not None or bool(self.held(fn, value)) for value in fn.body.returns)

    def _raised(self, fn: Fn, node: int) -> Refused | None:
        """The refusal that is raised, also as a class that is given nothing: ``raise Denied``, which a handler answers with 403."""
        found = self._value(fn, node, 0)
        if found is not None or node < 0:
            return found
        entity = self._names.entity(fn, node)
        return self._classes.refusal(fn, entity[1], BARE) if entity is not None and entity[0] == "cls" else None

    def keeps(self, fn: Fn, step: Exit) -> bool:
        """Whether what an exit returns is a name that may hold a refusal which was made before."""
        return step.kind == "return" and step.value >= 0 and bool(self.held(fn, step.value))

    def held(self, fn: Fn, node: int) -> dict[int, Refused | None]:
        """The calls by which a name is given answers of which one refuses and one does not; none for all else."""
        values = [value for value in values_of(fn, node) if fn.body.nodes[value][0] == ir.CALL]
        found = {value: self._value(fn, value, 1) for value in values}
        return found if any(one is not None for one in found.values()) else {}

    def _value(self, fn: Fn, node: int, depth: int) -> Refused | None:
        record = fn.body.nodes[bare(fn, node, ir.SET)]
        if record[0] == ir.CALL:
            return self._call(fn, record, depth)
        if record[0] == ir.SEQ and len(record[1]) in (2, 3) and min(record[1]) >= 0:  # body, status[, headers]
            return self._several(fn, record[1], depth)
        if record[0] == ir.UNION and depth < _DEEPEST:
            found = [self._value(fn, value, depth + 1) for value in record[1]]
            return found[0] if found and all(one is not None for one in found) else None
        if record[0] in (ir.GLOBAL, ir.IMPORT, ir.ATTR, ir.CLASS):  # raise PermissionDenied; a prepared exception
            return self._named(fn, node, None, depth)
        return None

    def _several(self, fn: Fn, items: list[int], depth: int) -> Refused | None:
        """What a tuple of two or three refuses with: an answer of Flask's, or a no with the answer that whoever asked shall give."""
        if status := self.status(fn, items[1]):
            return Refused(status, False, "")
        if depth >= _MOST_NESTED:
            return None
        first = fn.body.nodes[unnamed(fn, items[0])]
        if first[0] != ir.CONST or not (first[1] is None or first[1] is False):
            return self._value(fn, items[0], depth + 1)
        status = self.status(fn, items[2]) if len(items) > _MOST_NESTED else 0
        found = Refused(status, False, "") if status else self._value(fn, items[1], depth + 1)
        return replace(found, paired=True) if found is not None and not found.told and not found.named else None

    def _call(self, fn: Fn, record: ir.Node, depth: int) -> Refused | None:
        found = self._named(fn, record[1], record, depth)
        if found is not None:
            return found
        name = self._follower.text(fn, record[1]).rpartition(".")[2]
        if (sent := handed.sent(fn, record, name)) >= 0:
            return self._value(fn, sent, depth + 1) if depth < _DEEPEST else None
        raised = name[:1].isupper() and name.endswith(_ENDINGS)  # of a library, or of a part of the project that is not here
        if raised and (status := self._statuses.argument(fn, record, "0|1|code|status|status_code")):
            return Refused(status, False, f"{name}({status})")
        if handed.answers(name) and (given := self._kind(fn, record)) is not None:  # http_error(request, HTTPForbidden)
            return given
        status = by_name.page(fn, name, [*record[2], *(value for _, value in record[3])])
        if status:
            return Refused(status, False, f"{name}()")
        callee = fn.body.nodes[record[1]]
        return self._constant(fn, callee[1]) if callee[0] == ir.ATTR and name.startswith("with_") else None

    def _kind(self, fn: Fn, record: ir.Node) -> Refused | None:
        """The refusal whose class a library's helper is given to answer with."""
        for one in record[2][:2]:
            given = fn.body.nodes[one] if one >= 0 else [ir.OPAQUE]
            if given[0] in (ir.GLOBAL, ir.IMPORT, ir.ATTR) and str(given[2] if given[0] == ir.ATTR else given[1])[:1].isupper():
                return self._named(fn, one, None, _DEEPEST)
        return None

    def answer(self, fn: Fn, call: int) -> Refused | None:
        """The refusal that an ASGI application sends: ``await JSONResponse({}, 401)(scope, receive, send)``."""
        record = fn.body.nodes[call]
        made = fn.body.nodes[unnamed(fn, record[1])]
        sent = record[1] if made[0] == ir.CALL else handed.sent(fn, record, self._follower.text(fn, record[1]).rpartition(".")[2])
        return self._value(fn, sent, 1) if sent >= 0 else None

    def _constant(self, fn: Fn, node: int) -> Refused | None:
        """A constant of a library, or one of many that are made by name: ``PERMISSION_DENIED``, ``error_codes.PASSWORD_ERROR``."""
        name = self._follower.text(fn, node).rpartition(".")[2]
        status = by_name.constant(name)
        return Refused(status, False, name, True) if status else None

    def _named(self, fn: Fn, callee: int, call: ir.Node | None, depth: int) -> Refused | None:
        entity = self._names.entity(fn, callee)
        text = self._follower.text(fn, callee)
        name = text.rpartition(".")[2]
        if entity is not None and entity[0] in ("cls", "inst"):
            return self._classes.refusal(fn, entity[1], call)
        if entity is not None and entity[0] == "fn":
            return self._by_helper(fn, entity[1], name, call, depth) if call is not None and depth < _DEEPEST else None
        if call is None and (entity is None or entity[0] == "made"):
            found = (self._library(fn, entity[1], text, None) if entity is not None else None) or self._prepared(fn, callee)
            return found or (self._constant(fn, callee) if entity is None else None)
        found = self._library(fn, entity[1] if entity is not None and entity[0] == "lib" else "", text, call)
        return found or (self._constant(fn, callee) if call is None else None)

    def _by_helper(self, fn: Fn, helper: Fn, name: str, call: ir.Node, depth: int) -> Refused | None:
        """What a helper of the project's own gives: a refusal whatever it is given, or one by the status that it is given."""
        found = self._function(helper, name, depth)
        if found is not None:
            return found
        if not any(param in FIELDS for param in helper.head.params):
            status = self._statuses.argument(fn, call, _BY_NAME) if handed.keywords(helper) else 0
        else:
            status = self._statuses.given(fn, helper, call) or self._statuses.by_default(helper, call)
        status = status or (by_name.whole(name) if helper.body.returns else 0)
        return Refused(status, False, f"{name}({status})") if status else None

    def _prepared(self, fn: Fn, node: int) -> Refused | None:
        """A module's ``CREDENTIALS_ERROR = HTTPException(401)``, or its ``FORBIDDEN = (403, headers, body)``."""
        record = fn.body.nodes[node]
        bound = self._names.binding(fn, record[1]) if record[0] == ir.GLOBAL else None
        if bound is None and record[0] == ir.IMPORT:
            bound = self._names.imported_value(record[1], fn.module)
        if bound is None and record[0] == ir.ATTR:  # errors.FORBIDDEN
            owner = self._names.entity(fn, record[1])
            if owner is not None and owner[0] in ("cls", "inst"):  # self.ForbiddenError, of a class that keeps its answers
                bound = self._classes.kept(owner[1], record[2])
            elif owner is not None and owner[0] == "mod":
                bound = self._names.global_value(owner[1], record[2])
            if bound is None and owner is not None and owner[0] == "inst":  # responses.invalid_token
                return self._property(owner[1], record[2])
        if bound is None or bound == (fn, node):
            return None
        made = bound[0].body.nodes[bound[1]]
        if made[0] == ir.SEQ and made[1] and (status := self.status(bound[0], made[1][0])):
            return Refused(status, False, "")
        return self._value(bound[0], bound[1], _DEEPEST)

    def _property(self, cls: Cls, name: str) -> Refused | None:
        """What a property of an object gives that makes a refusal and nothing else."""
        at = next(((base, base.record.methods[name]) for base in self._names.mro(cls)[0] if name in base.record.methods), None)
        method = at[0].module.functions[at[1]] if at is not None else None
        found = self._function(method, name, 0) if method is not None and method.head.flags & ir.PROPERTY else None
        return replace(found, text=name) if found is not None else None

    def _library(self, fn: Fn, dotted: str, text: str, call: ir.Node | None) -> Refused | None:
        entry = self._terms.refusals.find(dotted, text, ())
        if entry is None:
            return None
        name = (dotted or text).rpartition(".")[2]
        if entry.status:
            if call is not None and (own := self._statuses.argument(fn, call, "status|status_code|code")):
                return Refused(own, entry.told, f"{name}({own})")
            return Refused(entry.status, entry.told, name) if name[:1].isupper() or call is not None else None
        status = (self._statuses.argument(fn, call, entry.argument) or self._of_caught(fn, call)) if call is not None else 0
        if not status and call is not None and name == "abort" and call[2][:1] and call[2][0] >= 0:  # abort(Response("no", 401))
            made = fn.body.nodes[unnamed(fn, call[2][0])]
            return self._call(fn, made, 1) if made[0] == ir.CALL else None
        worded = is_told(dotted, call)
        return Refused(status, entry.told or worded, f"{name}({status})", worded=worded) if status else None

    def status(self, fn: Fn, node: int) -> int:
        """See `Statuses.of`."""
        return self._statuses.of(fn, node)

    def _of_caught(self, fn: Fn, call: ir.Node) -> int:
        """The status of the project's exception that is answered: ``except No as e: raise HTTPException(status_code=e.status_code)``."""
        given = [*call[2][:1], *(value for key, value in call[3] if key in FIELDS)]
        for record in (fn.body.nodes[one] for one in given if one >= 0):
            caught = fn.body.nodes[record[1]] if record[0] == ir.ATTR and record[2] in FIELDS else [ir.OPAQUE]
            if caught[0] == ir.CAUGHT:
                kinds = [self._names.lookup(fn, one) for one in fn.body.handlers[caught[1]].types]
                found = [self._classes.refusal(fn, one[1], None) if one is not None and one[0] == "cls" else None for one in kinds]
                return max((one.status for one in found if one is not None), default=0) if found and all(found) else 0
        return 0

    def is_refusal(self, fn: Fn, cls: Cls) -> bool:
        """Whether who raises an exception of a class refuses, whoever catches it."""
        return self._classes.refusal(fn, cls, None) is not None

    def ask(self, answered: Answered) -> None:
        """Ask what the project answers its own exceptions with, now that it can be."""
        self._classes.answered = answered

    def answers(self, fn: Fn) -> bool:
        """Whether a function only makes a refusal: all of its ways out return one."""
        if any(step.kind != "return" for step in ways.walk(fn.steps) if isinstance(step, Exit)):
            return False
        return self._function(fn, fn.name, 0) is not None

    def _function(self, fn: Fn, name: str, depth: int) -> Refused | None:
        """A helper of the project's own that gives nothing but a refusal."""
        if fn not in self._made:
            self._made[fn] = None
            self._made[fn] = self._whole(fn, depth)
        found = self._made[fn]
        return Refused(found.status, found.told, f"{name}()") if found is not None else None

    def _whole(self, fn: Fn, depth: int) -> Refused | None:
        exits = [step for step in ways.walk(fn.steps) if isinstance(step, Exit) and step.kind in ("return", "raise", "exit")]
        if not exits or len(exits) > 4 or fn.head.flags & ir.GENERATOR or not ways.ends(fn.steps):
            return None  # one that comes to its end lets who is asked about go on
        found = [self._value(fn, step.value, depth + 1) if step.value >= 0 else None for step in exits]
        if all(one is not None for one in found):
            return found[0]
        status = self.set_before(fn, fn.steps) if len(exits) == 1 and exits[0].kind == "return" else 0
        return Refused(status, False, fn.name) if status else None

    def set_before(self, fn: Fn, block: Block) -> int:
        """401 or 403 where a step of the block sets an answer's status: ``response.status_code = 403``, ``self.set_status(401)``."""
        for step in ways.walk(block):
            if isinstance(step, ways.Stored):
                store = fn.head.stores[step.position]
                if store.name in ("status_code", "status", "status_int") and (status := self.status(fn, store.value)):
                    return status
        return 0

    def is_nothing(self, fn: Fn, step: Exit | None) -> bool:
        """Whether a way out gives ``None``, ``False`` or nothing."""
        if step is None or step.value < 0:
            return step is None or step.kind == "return"
        if step.kind != "return":
            return False
        record = fn.body.nodes[step.value]
        if grants(fn.body.nodes, record):
            return False
        if record[0] == ir.SEQ and record[1]:
            record = fn.body.nodes[record[1][0]]
        if record[0] == ir.CALL:  # Result(ok=False), for whoever asked
            return results.says_no(fn.body.nodes, record)
        return record[0] == ir.CONST and (record[1] is None or record[1] is False)

    def text(self, fn: Fn, step: Exit | None) -> str:
        """What a message calls a way out that is no refusal."""
        if step is None:
            return "comes to its end"
        if step.value < 0:
            return "raises again" if step.kind == "raise" else "returns nothing"
        record = fn.body.nodes[step.value]
        if record[0] == ir.CONST:
            return f"returns {record[1]!r}" if not isinstance(record[1], str) else "returns a text"
        if record[0] in _SHAPES and step.kind == "return":
            return f"returns {_SHAPES[record[0]]}"
        name = self._follower.text(fn, record[1] if record[0] == ir.CALL else step.value).rpartition(".")[2]
        if not name or name == "..." or not all(map(str.isidentifier, name.removesuffix("()").split("."))):
            return f"{step.kind}s"
        return f"raises {name}" if step.kind == "raise" else f"returns {name}()" if record[0] == ir.CALL else f"returns {name}"
