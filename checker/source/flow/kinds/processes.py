"""Environments of processes: what a program is started with is one, whatever else ``env`` may be short for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow
from checker.source.lexicon import annotated
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_STARTS = frozenset(
    {"Popen", "run", "call", "check_call", "check_output", "create_subprocess_exec", "create_subprocess_shell", "spawn", "subprocess_exec",
     "popen_spawn", "PopenSpawn", "run_process", "open_process"}
)  # fmt: skip
"""Last parts of calls that start a program with the environment that they are given as ``env``."""
_CONTAINERS = ("containers.run", "containers.create", "create_container", "exec_run", "exec_create")
"""Ends of calls that start a container, or a program in one, with what they are given as ``environment``."""
_KEYS = frozenset({"env", "environ", "environment"})
_MAPPING = frozenset({"items", "update", "setdefault", "copy"})
"""Methods that only a mapping has."""


class Processes:
    """What a function starts programs with."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def surer(self, fn: Fn, flow: Flow, text: str) -> Flow:
        """What may be an environment is one where a program is started with it."""
        if not any(item.kind == "environ" and item.confidence == Confidence.LOW for item in flow.found) or not self.environment(fn, text):
            return flow
        sure = (
            replace(item, confidence=max(item.confidence, Confidence.MEDIUM)) if item.kind == "environ" else item for item in flow.found
        )
        return Flow(tuple(sure), flow.refs)

    def starts(self, fn: Fn) -> bool:
        """Whether a function starts a program."""
        return not _STARTS.isdisjoint(fn.head.called)

    def is_one_variable(self, fn: Fn, record: ir.Node) -> bool:
        """``os.getenv("APP_ENV", "production")``, also where an object keeps it, or a field of text: ``environment: str``."""
        if record[0] == ir.ITEM:
            return self._follower.text(fn, record[1]).endswith("environ")
        if record[0] == ir.CALL:
            return self._follower.text(fn, record[1]).endswith(("getenv", "environ.get"))
        owner = self._follower.names.entity(fn, record[1]) if record[0] == ir.ATTR else None
        if owner is None or owner[0] != "inst":
            return False
        fields = (field for base in self._follower.names.mro(owner[1])[0] for field in base.record.fields if field.name == record[2])
        if any(annotated.is_text(field.annotation) for field in fields):
            return True
        self._follower.names.reads.heads.add(owner[1].module)
        kept = [(where, source(where, value)) for where, value, _ in owner[1].attributes.get(record[2], ())]
        return bool(kept) and all(made[0] in (ir.ITEM, ir.CALL) and self.is_one_variable(where, made) for where, made in kept)

    def environment(self, fn: Fn, text: str) -> bool:
        """Whether a value is the environment of a program: ``Popen(command, env=env)``, or a mapping that ``params["env"]`` becomes."""
        nodes = fn.body.nodes
        for call in fn.body.calls:
            name, given = next(((name, value) for name, value in nodes[call][3] if name in _KEYS), ("", -1))
            if given >= 0 and self._is(fn, given, text):
                callee = nodes[nodes[call][1]]
                whole = self._follower.text(fn, nodes[call][1])
                last = callee[2] if callee[0] == ir.ATTR else whole.rpartition(".")[2]
                if (name == "env" and last in _STARTS) or (name == "environment" and whole.endswith(_CONTAINERS)):
                    return True
        return any(self._is_kept(fn, record, text) for record in nodes) and self._is_mapping(fn, text)

    def _is_kept(self, fn: Fn, record: ir.Node, text: str) -> bool:
        """``params["env"] = env``, ``{"command": command, "env": env}``"""
        if record[0] == ir.SET:
            return record[2] in _KEYS and self._is(fn, record[3], text)
        if record[0] == ir.DICT and "command" in record[1]:
            return any(key in _KEYS and self._is(fn, value, text) for key, value in zip(record[1], record[2], strict=False))
        return False

    def _is(self, fn: Fn, value: int, text: str) -> bool:
        """Whether a value goes by that name, or may: as it was changed in a branch, or as it was."""
        record = fn.body.nodes[value]
        parts = record[1] if record[0] == ir.UNION else (value,)
        return any(self._follower.text(fn, part) == text for part in parts)

    def _is_mapping(self, fn: Fn, text: str) -> bool:
        """Whether a name stands for a mapping: one that is made of another, or of which a method is called that no other thing has."""
        nodes = fn.body.nodes
        callees = (nodes[nodes[call][1]] for call in fn.body.calls)
        used = any(callee[0] == ir.ATTR and callee[2] in _MAPPING and self._follower.text(fn, callee[1]) == text for callee in callees)
        return used or any(record[0] == ir.VAR and record[1] == text and self._copies(fn, record[2]) for record in nodes)

    def _copies(self, fn: Fn, value: int) -> bool:
        """``dict(settings.env)``, ``{**os.environ}``, in some branch"""
        record = source(fn, value)
        if record[0] == ir.UNION:
            return any(self._copies(fn, part) for part in record[1] if fn.body.nodes[part][0] != ir.UNION)
        if record[0] == ir.CALL:
            return self._follower.text(fn, record[1]) == "dict" and bool(record[2])
        return record[0] == ir.DICT and "**" in record[1]
