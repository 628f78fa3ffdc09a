"""How a rule is written: a module docstring that is its page, and one decorated function.

A rule is ``(fact, project, parameters) -> messages``. See CONTRIBUTING for one from start to end.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from typing import Any, NamedTuple, TypeVar

import msgspec
from msgspec.structs import replace

from checker import patterns as re
from checker.model import Confidence, Fix, Parameters, RuleInfo, Severity, Span, Step


class Lacking(msgspec.Struct, frozen=True):
    """A record that is to be written by the module's own way of logging; the walk finds what it can name."""

    event: str
    """As the OWASP Logging Vocabulary calls it."""
    outcome: str
    """``failure``, ``denied`` or ``success``."""
    places: tuple[Span, ...]
    """Where: all ways out that lack it."""
    after: bool = False
    """Whether it is written after what stands there: a change must be done before it is told."""
    logger: str = ""
    """``logger``, ``self.log``; ``""`` where the module has none, and one must be made."""
    library: str = "logging"
    """``logging``, ``structlog`` or ``loguru``."""
    gone: bool = False
    """Whether nobody can tell afterwards whom it was about, so that this is read before."""


class Message(msgspec.Struct, frozen=True):
    """What a rule says of one fact."""

    text: str
    """One sentence: what leaks or is wrong, and where to."""
    span: Span | None = None
    """Where; the fact's own span unless given. Only its line and column need be right: the walk finds the exact range."""
    steps: tuple[Step, ...] = ()
    related: tuple[Step, ...] = ()
    confidence: Confidence | None = None
    """The rule's own unless given."""
    severity: Severity | None = None
    help: str = ""
    """How to fix just this one; the page's advice unless given."""
    fix: Fix | None = None
    properties: tuple[tuple[str, str], ...] = ()
    before: str = ""
    """A call whose statement would remove the finding where it stands before this one; the walk makes the fix of it, which is not safe."""
    importing: str = ""
    """The import that it needs: ``from shop.audit import record``."""
    lacking: Lacking | None = None
    """Instead of `before`, where the project has no call of its own for it."""


Check = Callable[[Any, Any, Parameters], Iterable[Message]]
"""``(fact, project, parameters) -> messages``."""
Judge = Callable[[Any, Message, Any], "Message | None"]
"""``(fact, message, statement) -> message``, called by the walk with the statement's CST: drop it (``None``), or better it.

It cannot make it surer: what will be hidden for its confidence is not walked, because libcst takes its time.
"""


class Example(msgspec.Struct, frozen=True):
    """One fenced block of a page, or one file below ``tests/cases/RULE/``."""

    files: tuple[tuple[str, str], ...]
    """Path and text; one file is ``example.py``."""
    expected: tuple[tuple[str, int, str], ...]
    """Path, line and (part of) the message of every ``# expect: message`` mark."""
    fixed: str | None = None
    """Text after ``--fix`` where a ``fixed`` fence follows."""
    policy: tuple[tuple[str, str], ...] = ()
    """``logproof:`` options of the fence: ``policy=privacy``."""


_FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```\s*$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^# file: (?P<path>\S+)\s*\n", re.MULTILINE)
_EXPECT = re.compile(r"(?:#|//)\s*expect:\s*(?P<message>.*?)\s*$")
_MARK = re.compile(r"(?<![ \t])[ \t]*(?:#|//) expect:[ \t]*(?P<message>[^\n]*)")
_WORD = re.compile(r"(?P<key>policy|scene)=(?P<value>\S+)")


class Page(msgspec.Struct, frozen=True):
    """A rule's page: Markdown with a title line, ``## Why it matters``, ``## How to fix it``, and examples."""

    text: str

    @property
    def title(self) -> str:
        """The first line, without its full stop."""
        return self.text.strip().split("\n", 1)[0].rstrip(".")

    @property
    def printed(self) -> str:
        """The page as people read it: what is reported stands beside its line, and what a fence is for stands before it."""
        return _FENCE.sub(_printed, self.text)

    def section(self, heading: str) -> str:
        """The text below ``## heading`` up to the next heading, ``""`` where it is missing; white space folded, no fences."""
        match = re.search(rf"^##+ {re.escape(heading)}\s*$(?P<body>.*?)(?=^##|\Z)", self.text, re.MULTILINE | re.DOTALL)
        return " ".join(_FENCE.sub("", match["body"]).split()) if match else ""

    @property
    def why(self) -> str:
        """Section "Why it matters", folded to one paragraph."""
        return self.section("Why it matters")

    @property
    def help(self) -> str:
        """Section "How to fix it", folded to one paragraph."""
        return self.section("How to fix it")

    def scenes(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every ``text scene=NAME`` fence: a release that the tests build by that name, and the messages of the rule about it."""
        for fence in _FENCE.finditer(self.text):
            scene = next((word[len("scene=") :] for word in fence["info"].split() if word.startswith("scene=")), "")
            if scene:
                yield scene, tuple(fence["body"].splitlines())

    def examples(self) -> Iterator[Example]:
        """Every ``python`` fence; a ``python fixed`` fence belongs to the one before it."""
        pending: Example | None = None
        for fence in _FENCE.finditer(self.text):
            words = fence["info"].split()
            if not words or words[0] != "python":
                continue
            if "fixed" in words and pending is not None:
                yield Example(pending.files, pending.expected, fence["body"], pending.policy)
                pending = None
                continue
            if pending is not None:
                yield pending
            options = tuple((key, value) for key, _, value in (word.partition("=") for word in words[1:]) if value)
            pending = read_example(fence["body"], options)
        if pending is not None:
            yield pending


def _printed(fence: re.Match[str]) -> str:
    language, *words = fence["info"].split() or [""]
    told = [f"With the policy pack `{word['value']}`:" for word in map(_WORD.fullmatch, words) if word and word["key"] == "policy"]
    fixed = "fixed" in words
    told += ["`logproof check --fix` makes of it:"] if fixed else []
    body = _MARK.sub("" if fixed else lambda mark: f"  # reported: {mark['message']}", fence["body"])
    return "\n\n".join([*told, f"```{language}\n{body}```\n"]).removesuffix("\n" if not fence[0].endswith("\n") else "")


def read_example(text: str, options: tuple[tuple[str, str], ...] = ()) -> Example:
    """Split an example at its ``# file: path`` lines and collect its ``# expect: message`` marks (they stay in the text)."""
    marks = list(_FILE.finditer(text))
    if not marks:
        files: list[tuple[str, str]] = [("example.py", text)]
    else:
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        files = [(mark["path"], text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
    expected = tuple(
        (path, number, match["message"])
        for path, body in files
        for number, line in enumerate(body.splitlines(), 1)
        if (match := _EXPECT.search(line))
    )
    return Example(tuple(files), expected, None, options)


class Body(NamedTuple):
    """What of a rule is code."""

    fact: type
    """The type of fact that it is called with."""
    check: Check
    judge: Judge | None = None


@dataclass(frozen=True)
class Rule:
    """One rule: what its decorator says and its page; the code itself is imported when it is asked for."""

    code: str
    name: str
    about: str
    """`kind` of the facts that it is called with."""
    severity: Severity
    confidence: Confidence
    module: str
    """Dotted name of the module whose docstring is the page."""
    function: str
    """Name of the function in that module."""
    cwe: tuple[int, ...] = ()
    owasp: tuple[str, ...] = ()
    asvs: tuple[str, ...] = ()
    pci: tuple[str, ...] = ()
    enabled: bool = True
    """Whether it runs where no policy says otherwise."""
    binding: bool = False
    """Whether nothing may silence it: no policy, no waiver, no comment."""
    defaults: Parameters = field(default_factory=dict)
    """Every parameter it knows, with its default."""
    literal: str = field(default="", repr=False)
    """The module's docstring as its file has it, where the module was not imported."""
    body: Body | None = field(default=None, repr=False)
    """``None``: the module is imported for it."""
    told: tuple[str, str, str] | None = field(default=None, repr=False, compare=False)
    """The page's title, reason and printed text where they are remembered: every report wants them of all rules."""

    @cached_property
    def _body(self) -> Body:
        made: Body = self.body or getattr(import_module(self.module), self.function).rule.body
        return made

    @property
    def fact(self) -> type:
        """The type of fact that it is called with."""
        return self._body.fact

    @property
    def check(self) -> Check:
        """The function."""
        return self._body.check

    @property
    def judge(self) -> Judge | None:
        """What looks at the surroundings of a suspect, where something does."""
        return self._body.judge

    @cached_property
    def page(self) -> Page:
        """The module docstring."""
        if not self.literal:
            text = sys.modules[self.module].__doc__
        else:
            text = ast.literal_eval(self.literal) if "\\" in self.literal else self.literal.strip('"')
        return Page(inspect.cleandoc(text or ""))

    def messages(self, fact: Any, project: Any, parameters: Parameters) -> Iterable[Message]:
        """What it says of a fact; nothing where it has the parameter ``environments`` and the fact is of none of them.

        Of a fact that says why it takes no effect (``doubt``) it is never sure.
        """
        environment = getattr(fact, "environment", None) if "environments" in parameters else None
        if environment is not None and environment not in parameters["environments"]:
            return ()
        said, doubt = self.check(fact, project, parameters), getattr(fact, "doubt", "")
        return (replace(one, text=f"{one.text} ({doubt})", confidence=Confidence.LOW) for one in said) if doubt else said

    def info(self) -> RuleInfo:
        """The plain copy that reports carry."""
        title, why, printed = self.told or (self.page.title, self.page.why, self.page.printed)
        return RuleInfo(
            self.code, self.name, title, why, printed, self.severity, self.confidence,
            self.cwe, self.owasp, self.asvs, self.pci,
        )  # fmt: skip


@cache
def kind(fact: type) -> str:
    """The dotted name of a type of facts: rules are sorted by it without importing them."""
    return f"{fact.__module__}.{fact.__qualname__}"


Function = TypeVar("Function", bound=Check)


def rule(
    code: str,
    name: str,
    *,
    fact: type,
    severity: Severity,
    confidence: Confidence = Confidence.HIGH,
    cwe: tuple[int, ...] = (),
    owasp: tuple[str, ...] = (),
    asvs: tuple[str, ...] = (),
    pci: tuple[str, ...] = (),
    enabled: bool = True,
    judge: Judge | None = None,
    binding: bool = False,
    **defaults: Any,
) -> Callable[[Function], Function]:
    """Make the function a rule; further keywords are its parameters with their defaults.

    The rule stands as ``function.rule``, where the registry finds it. One with the parameter ``environments`` is not called with facts
    of other environments.
    """

    def decorate(function: Function) -> Function:
        made = Rule(
            code, name, kind(fact), severity, confidence, function.__module__, getattr(function, "__name__", ""),
            cwe, owasp, asvs, pci, enabled, binding, defaults, body=Body(fact, function, judge),
        )  # fmt: skip
        function.rule = made  # type: ignore[attr-defined]  # a function takes attributes; the protocol cannot say so
        return function

    return decorate
