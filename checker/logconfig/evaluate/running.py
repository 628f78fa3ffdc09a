"""Evaluates the Python files that may set logging up: each module's own code, then the functions that nobody was seen to call."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping

import msgspec

from checker import patterns as re
from checker.logconfig.evaluate.calls import run_alone
from checker.logconfig.evaluate.machine import BUDGET, Machine
from checker.logconfig.evaluate.scope import Cls, Event, Exhausted, Func, Instance, Scope
from checker.logconfig.sources import Sources
from checker.logconfig.switches import Switches
from checker.logconfig.uses import Uses
from checker.logconfig.values import Made, Value
from checker.model import Span

_FUNCTION = re.compile(
    rb"dictConfig|fileConfig|basicConfig|addHandler|setLevel\(|Handler\(|logging\.config|structlog\.configure|logger\.add\("
    rb"|[\"']handlers[\"']\s*:|uvicorn\.(?:run|Config)\(|logging\.disable\(|\.propagate\s*=|\.disabled\s*=|chmod\("
    rb"|configure_azure_monitor\(|\.setup_logging\(|coloredlogs\.install\(|(?<![.\w])listen\("
    rb"|\.config\[[\"']DEBUG[\"']\]\s*=|\bDEBUG\s*=\s*True|\bapp\.debug\s*="
    rb"|\.config\.from_(?:object|pyfile)\(|\.run\([^()]{0,200}\bdebug\s*=|=[ \t]*(?:flask\.)?Flask\("
)

_CALLED = re.compile(
    rb"(?<!def )\b_{0,2}(?:set_?up|config(?:ure)?|init(?:iali[sz]e)?)_?log\w*\([ \t\n]*[^\s):]"
    rb"|\bif [^\n]{0,80}\b(?:verbose|debug)\b[^\n]{0,80}:\n[ \t]{1,40}_{0,2}(?:set_?up|config(?:ure)?|init(?:iali[sz]e)?)_?log\w*\(",
    re.IGNORECASE,
)
"""A set-up function is called with arguments, or where somebody asks for it: who calls it goes before it is run for itself."""
_APPLYING = re.compile(rb"dictConfig|basicConfig|fileConfig|uvicorn\.(?:run|Config)\(|structlog\.configure|\.addHandler\(")
_LOGGING = re.compile(rb"^[ \t]*LOGGING\b(?:\s*[:=\[|]|\.\w+\()", re.MULTILINE)
_LIKELY = re.compile(r"settings|config|logging|logger|conf\.py$|log\.py$|__main__")
"""Paths of files that go first, while there is something left of what may be read beside them."""


class Ran(msgspec.Struct, frozen=True):
    """What evaluating the project's set-up code has shown."""

    shared: Machine
    """Of all files that are not settings."""
    own: Mapping[str, Machine]
    """Of each file that is: settings that change what they import are never in one process with their sisters."""
    paths: tuple[str, ...]
    """The files that were looked at, sorted."""
    given_up: tuple[str, ...]
    """Those whose code was not followed to its end."""
    uses: Uses
    """Where the project speaks of names that have to do with logging."""
    started: Mapping[str, Span] = msgspec.field(default_factory=dict)
    """Path of each file that a command line of production starts, and where."""
    servers: frozenset[str] = frozenset()
    """The web servers that command lines of production start."""
    own_loggers: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Path of each module that logs to a logger of its own name, and that name."""

    @property
    def commanded(self) -> bool:
        """Whether a command line of production starts a web server."""
        return bool(self.servers)

    def machine(self, path: str) -> Machine:
        """The machine that ran a file."""
        return self.own.get(path, self.shared)

    def events(self) -> Iterator[Event]:
        """Every event, each once, by file."""
        for path in self.paths:
            yield from (event for event in self.machine(path).events if event.span.path == path)


def run(sources: Sources, paths: Collection[str], switches: Switches | None = None) -> Ran:
    """Evaluate these files, with the variables that are known to be set in production."""
    sources.telling = frozenset(paths)
    turned = switches or Switches({})
    shared = Machine(sources, turned)
    wanted = tuple(sorted(paths, key=lambda path: (not _LIKELY.search(path), path)))
    own = {path: Machine(sources, turned) for path in wanted if _is_settings(sources, path)}
    given_up: list[str] = []
    for path in wanted:
        machine = own.get(path, shared)
        machine.steps = BUDGET
        try:
            machine.module(path)
        except (Exhausted, RecursionError):
            given_up.append(path)
            _rewind(machine)
    for words in (_CALLED, _APPLYING, _FUNCTION):  # who applies a dictionary calls the functions that build it
        for path in wanted:
            _run_alone(own.get(path, shared), path, words, given_up)
    return Ran(shared, own, wanted, tuple(dict.fromkeys(given_up)), Uses(sources))


def _is_settings(sources: Sources, path: str) -> bool:
    return "settings" in path or bool(_LOGGING.search(sources.data(path) or b""))


def _run_alone(machine: Machine, path: str, words: re.Pattern[bytes], given_up: list[str]) -> None:
    for func in _alone(machine, path, words):
        machine.steps = BUDGET // 4
        if id(func.node) in machine.ran:
            continue
        try:
            run_alone(machine, func, _place(path, func.node))
        except (Exhausted, RecursionError):
            given_up.append(path)
            _rewind(machine)


def _rewind(machine: Machine) -> None:
    machine.holding, machine.running, machine.returned = {}, [], []


def _place(path: str, node: ast.AST) -> Span:
    line = getattr(node, "lineno", 1)
    return Span(path, line, 1, line, 1)


def _alone(machine: Machine, path: str, words: re.Pattern[bytes]) -> Iterator[Func]:
    """The functions and methods that have telling words in them, inner ones by their outer one."""
    tree = machine.sources.tree(path)
    data = machine.sources.data(path)
    if tree is None or data is None:
        return
    lines = sorted({data.count(b"\n", 0, match.start()) + 1 for match in words.finditer(data)})
    scope = machine.module(path)
    yield from _functions(tree.body, scope, lines, None)


def _functions(body: list[ast.stmt], scope: Scope, lines: list[int], owner: Value | None) -> Iterator[Func]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if any(node.lineno <= line <= (node.end_lineno or node.lineno) for line in lines):
                yield Func(node, scope, node.name, owner)
        elif isinstance(node, ast.ClassDef):
            cls = scope.names.get(node.name)
            if cls is not None and isinstance(cls.data, Cls):
                instance = Value(Instance(cls.data, {}, Made(cls.data.name, [], {}), inherited=True), cls.span)
                yield from _functions(node.body, cls.data.scope, lines, instance)
        elif isinstance(node, ast.If | ast.Try | ast.With):
            for part in ("body", "orelse", "finalbody"):
                yield from _functions(getattr(node, part, []), scope, lines, owner)
