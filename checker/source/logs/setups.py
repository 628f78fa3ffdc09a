"""Switches that make a library write what it sends: calls and assignments, as the vocabulary's set-ups describe them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence
from checker.source import ir
from checker.source.facts.records import SetupCall
from checker.source.flow.backwards import Follower
from checker.source.flow.literal import settled
from checker.source.flow.places import COMMAND_MODULES, span
from checker.source.ir.ways import Put, Stored
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn, Module
from checker.vocabulary import Setup

_ANYTHING = ("*",)
"""Values of a set-up that any value switches on."""


class Setups:
    """Finds a module's set-ups."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        self.frameworks = {target.partition(".")[0] for held in self.tables.setup_objects.values() for target, _ in held}

    def facts(self, module: Module) -> Iterator[SetupCall]:
        """Every switch."""
        script = module.facts.main or not module.tops.isdisjoint(COMMAND_MODULES)
        for fn in module.functions:
            for call, guarded in fn.head.setups:
                yield from self._setup_call(fn, call, guarded, script)
            yield from self._setup_stores(fn, script)
            if not module.tops.isdisjoint(self.frameworks):
                yield from self._setup_objects(fn, script)
        yield from self._setup_globals(module.functions[0], script)

    def _setup_call(self, fn: Fn, call: int, guarded: bool, script: bool) -> Iterator[SetupCall]:
        node = fn.body.nodes[call]
        callee = fn.body.nodes[node[1]]
        entity = self.names.entity(fn, node[1])
        candidates: list[Setup] = []
        if entity is not None and entity[0] == "lib":
            candidates += self.tables.setups_of.get(entity[1], ())
        if callee[0] == ir.ATTR:
            made = self.names.entity(fn, callee[1])  # app = Flask(...); app.run()
            candidates += self.tables.setups_of.get(f"{made[1]}.{callee[2]}", ()) if made is not None and made[0] == "made" else ()
            candidates += () if candidates else self.tables.setups.methods.get(callee[2], ())
        values = self._values(fn, node)
        seen: set[str] = set()
        for setup in candidates:
            if setup.name in seen or not self._switched_on(fn, node, callee, setup, values) or not self._concerns(fn, setup):
                continue
            seen.add(setup.name)
            text = self.follower.text(fn, node[1])
            yield SetupCall(
                span(self.follower.place(fn, node)), fn.head.name, setup.name, setup.label, text, tuple(values.items()),
                guarded or self._optional(fn), script, fn.module.facts.test,
            )  # fmt: skip

    def _values(self, fn: Fn, node: ir.Node) -> dict[str, Any]:
        """Arguments that are literals, or names that hold one, also another module's: position or keyword, and value."""
        found = dict(constants(fn, node))
        given = [*((str(position), value) for position, value in enumerate(node[2])), *node[3]]
        for name, value in given:
            record: ir.Node = settled(self.names, fn, value) if value >= 0 and name and name not in found else [ir.OPAQUE]
            if record[0] == ir.CONST:
                found[name] = record[1]
        return found

    def _concerns(self, fn: Fn, setup: Setup, owner: str = "") -> bool:
        """Whether the module uses the library, and the function gives a secret to what is written, ``owner`` where that is known."""
        if setup.imports and fn.module.tops.isdisjoint(setup.imports):
            return False
        if not setup.sends:
            return True
        calls = (fn.body.nodes[call] for call in fn.body.calls)
        given = (call for call in calls if self._sends(fn, fn.body.nodes[call[1]], setup.sends, owner))
        return any(self._is_secret(fn, value) for call in given for value in (*call[2], *(one for _, one in call[3])))

    def _sends(self, fn: Fn, callee: ir.Node, methods: tuple[str, ...], owner: str) -> bool:
        return callee[0] == ir.ATTR and callee[2] in methods and (not owner or self.follower.text(fn, callee[1]) == owner)

    def _is_secret(self, fn: Fn, value: int) -> bool:
        found = self.follower.flow(fn, value).found if value >= 0 else ()
        return any(item.category == "secret" and item.confidence > Confidence.LOW for item in found)

    def _optional(self, fn: Fn) -> bool:
        """A function that is named for its purpose (``enable_debug``) or takes a switch is called on demand."""
        return bool({"debug", "verbose", "trace", "wire"} & set(split(fn.name))) or any(
            name in ("debug", "verbose", "level", "loglevel", "log_level", "debuglevel") for name in fn.head.params
        )

    def _switched_on(self, fn: Fn, node: ir.Node, callee: ir.Node, setup: Any, values: dict[str, Any]) -> bool:
        if setup.first:
            name = values.get("0")
            if callee[0] == ir.ATTR and setup.argument:  # logging.getLogger("urllib3").setLevel(logging.DEBUG)
                name = self._logger_name(fn, callee[1])
            if not isinstance(name, str) or not (name == setup.first or name.startswith(f"{setup.first}.")):
                return False
        if not setup.argument:
            levels = {self._level_name(fn, node, option) for option in ("0", "1", "2", "level")}
            return levels.isdisjoint(("INFO", "WARNING", "WARN", "ERROR", "CRITICAL"))
        for option in setup.argument.split("|"):
            if setup.values == _ANYTHING and _given(fn, node, option):
                return True
            value = values.get(option)
            if value is None and setup.values:
                value = self._level_name(fn, node, option)
            if setup.values and value is not None and str(value) in setup.values:
                return True
            if setup.values and self._function_name(fn, node, option) in setup.values:
                return True
            if not setup.values and value:
                return True
        return False

    def _logger_name(self, fn: Fn, owner: int) -> str | None:
        record = fn.body.nodes[owner]
        for _ in range(4):
            if record[0] == ir.VAR:
                record = fn.body.nodes[record[2]]
            elif record[0] == ir.GLOBAL:
                bound = self.names.binding(fn, record[1])
                if bound is None:
                    return None
                fn, record = bound[0], bound[0].body.nodes[bound[1]]
            else:
                break
        if record[0] == ir.CALL and record[2] and record[2][0] >= 0:
            argument = fn.body.nodes[record[2][0]]
            if argument[0] == ir.CONST and isinstance(argument[1], str):
                return argument[1]
        return None

    def _level_name(self, fn: Fn, node: ir.Node, option: str) -> str | None:
        """``logging.DEBUG`` as ``DEBUG``; what a setting says, ``settings.debug``, is no level's name."""
        for name, value in (*((str(position), argument) for position, argument in enumerate(node[2])), *node[3]):
            record = fn.body.nodes[value] if name == option and value >= 0 else [ir.OPAQUE]
            if record[0] == ir.ATTR and str(record[2]).isupper():
                return str(record[2])
        return None

    def _function_name(self, fn: Fn, node: ir.Node, option: str) -> str:
        """``debug()`` of ``set_trace_callback(logger.debug)``: the last part of what is given, as the vocabulary writes functions."""
        given = dict(node[3]).get(option, int(option) < len(node[2]) and node[2][int(option)] if option.isdecimal() else -1)
        return f"{self.follower.text(fn, given).rpartition('.')[2]}()" if given > 0 else ""

    def _setup_stores(self, fn: Fn, script: bool) -> Iterator[SetupCall]:
        for store in fn.head.stores:
            for target, setup in self.tables.setup_targets.get(store.name, ()):
                value = fn.body.nodes[store.value]
                if not _targets(target, f"{store.owner}.{store.name}") or not _is_on(value, setup.values):
                    continue
                if not self._concerns(fn, setup, store.owner):
                    continue
                place = span((fn.module.path, store.line, store.column))
                told = (("value", value[1] if value[0] == ir.CONST else None),)
                yield SetupCall(
                    place, fn.head.name, setup.name, setup.label, f"{store.owner}.{store.name}", told,
                    store.guarded or self._optional(fn), script, fn.module.facts.test,
                )  # fmt: skip

    def _setup_objects(self, fn: Fn, script: bool) -> Iterator[SetupCall]:
        """``app.debug = True`` and ``app.config["DEBUG"] = True`` of a library's object, where no condition stands before it."""
        known = self.tables.setup_objects
        for step in fn.steps:
            if isinstance(step, Put) and step.key in known and step.value >= 0:
                owner, key, value, line, column = step.owner, step.key, step.value, step.line, step.column
                text = f'{self.follower.text(fn, owner)}["{key}"]'
            elif isinstance(step, Stored) and (store := fn.head.stores[step.position]).name in known:
                owner, key, value, line, column = self._held(fn, store.owner), store.name, store.value, store.line, store.column
                text = f"{store.owner}.{key}"
            else:
                continue
            entity = self.names.entity(fn, owner) if owner >= 0 else None
            named = f"{entity[1]}.{key}" if entity is not None else ""
            for target, setup in known[key]:
                if target == named and _is_on(fn.body.nodes[value], setup.values):
                    yield SetupCall(
                        span((fn.module.path, line, column)), fn.head.name, setup.name, setup.label, f"{text} = True", (("value", True),),
                        self._optional(fn), script, fn.module.facts.test,
                    )  # fmt: skip

    def _held(self, fn: Fn, owner: str) -> int:
        """The node of a variable, or of a name of the module; -1 where there is none."""
        nodes = fn.body.nodes
        return next((at for at in reversed(range(len(nodes))) if nodes[at][0] in (ir.VAR, ir.GLOBAL) and nodes[at][1] == owner), -1)

    def _setup_globals(self, fn: Fn, script: bool) -> Iterator[SetupCall]:
        for name, node in fn.body.final.items():
            for target, setup in self.tables.setup_targets.get(name, ()):
                record = fn.body.nodes[node]
                value = fn.body.nodes[record[2]] if record[0] == ir.VAR else record
                if target == name and value[0] == ir.CONST and _on(value[1], setup.values):
                    place = span((fn.module.path, record[3], record[4]))
                    told = (("value", value[1]), *_beside(fn, setup))
                    yield SetupCall(place, "", setup.name, setup.label, name, told, False, script, fn.module.facts.test)


def _beside(fn: Fn, setup: Setup) -> Iterator[tuple[str, Any]]:
    """What stands in the names of a module that say what one of them is for."""
    for name in setup.beside:
        if name not in fn.body.final:
            continue
        record = fn.body.nodes[fn.body.final[name]]
        value = fn.body.nodes[record[2]] if record[0] == ir.VAR else record
        texts = [fn.body.nodes[item] for item in value[1] if item >= 0] if value[0] == ir.SEQ else []
        yield from ((name, text[1]) for text in texts if text[0] == ir.CONST)
        if not texts:
            yield name, None
    if setup.beside and fn.module.stars:
        yield "*", True


def _targets(pattern: str, target: str) -> bool:
    if pattern.startswith("*."):
        return target.endswith(pattern[1:])
    return target == pattern or pattern.endswith(f".{target}")


def _is_on(value: ir.Node, wanted: tuple[str, ...]) -> bool:
    if value[0] != ir.CONST:
        return wanted == _ANYTHING
    return bool(value[1]) if wanted == _ANYTHING else _on(value[1], wanted)


def _given(fn: Fn, node: ir.Node, option: str) -> bool:
    """Whether a call is given an argument, and not that there be none."""
    given = dict(node[3]).get(option, int(option) < len(node[2]) and node[2][int(option)] if option.isdecimal() else -1)
    return given >= 0 and _is_on(fn.body.nodes[given], _ANYTHING)


def _on(value: Any, wanted: tuple[str, ...]) -> bool:
    return str(value) in wanted if wanted else bool(value)


def constants(fn: Fn, node: ir.Node) -> tuple[tuple[str, Any], ...]:
    """Literal arguments of a call: position or keyword, and value."""
    found: list[tuple[str, Any]] = []
    for position, argument in enumerate(node[2]):
        if argument >= 0 and fn.body.nodes[argument][0] == ir.CONST:
            found.append((str(position), fn.body.nodes[argument][1]))
    for name, value in node[3]:
        if fn.body.nodes[value][0] == ir.CONST:
            found.append((name, fn.body.nodes[value][1]))
            continue
        for inner in fn.body.nodes[value][1] if fn.body.nodes[value][0] == ir.SEQ else ():  # loguru's configure(handlers=[{...}])
            record = fn.body.nodes[inner]
            for key, item in zip(record[1], record[2], strict=True) if record[0] == ir.DICT else ():
                if key and fn.body.nodes[item][0] == ir.CONST:
                    found.append((key, fn.body.nodes[item][1]))
    return tuple(found)
