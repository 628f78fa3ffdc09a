"""The engine from bytes to messages, in this process and without the stages around it: quick enough for thousands of files."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from checker.errors import LogproofError
from checker.model import Parameters, Span
from checker.policy import Effective, load
from checker.rule import Message, Rule
from checker.rules import registry
from checker.source.index import Indexer
from checker.source.ir import ModuleFacts
from checker.source.program import Program
from checker.source.walk import Examined, Suspect, examine
from checker.text import lines, readable

ROOT = Path(__file__).resolve().parents[2]
_decoder = msgspec.msgpack.Decoder(ModuleFacts)


@cache
def policy() -> Effective:
    """What holds by default."""
    return load(ROOT / "tests" / "robustness", rules=registry(), cache=False)


@cache
def indexer() -> Indexer:
    """One for all files."""
    return Indexer(policy().vocabulary)


def index(path: str, data: bytes) -> ModuleFacts:
    """A file's facts as the cache would give them back."""
    return _decoder.decode(msgspec.msgpack.encode(indexer().index(path, data)))


def suspects(modules: Iterable[ModuleFacts]) -> Iterator[Suspect]:
    """What all leak rules say of a project, whatever their confidence."""
    program = Program(modules, policy().vocabulary)
    rules = [rule for rule in registry() if rule.code.startswith("LP1")]
    by_fact: dict[type, list[Rule]] = {}
    for rule in rules:
        by_fact.setdefault(rule.fact, []).append(rule)
    for fact in program.facts(set(by_fact)):
        for rule in by_fact[type(fact)]:
            for message in rule.check(fact, program, _parameters(rule)):
                yield Suspect(rule, fact, message)


def _parameters(rule: Rule) -> Parameters:
    return policy().rules[rule.name].parameters


def told(found: Sequence[Suspect]) -> list[tuple[str, Message, Span]]:
    """The suspects as data that can be compared."""
    return [(one.rule.name, one.message, one.message.span or one.fact.span) for one in found]


def walked(path: str, data: bytes, found: Sequence[Suspect]) -> list[Examined]:
    """What the walk makes of one file's suspects, each with a range that lies in the file."""
    own = [one for one in found if (one.message.span or one.fact.span).path == path]
    examined = examine(path, data, own)
    text = lines(readable(data).removeprefix("\ufeff"))
    for one in examined:
        assert inside(one.span, text), (one.span, one.message.text)
    return examined


def inside(span: Span, text: Sequence[str]) -> bool:
    """Whether a range begins before it ends, and both lie in the text."""
    begin, end = (span.line, span.column), (span.end_line, span.end_column)
    return (
        (1, 1) <= begin <= end
        and span.end_line <= len(text)
        and span.column <= len(text[span.line - 1]) + 1
        and span.end_column <= len(text[span.end_line - 1]) + 1
    )


def attempt(path: str, data: bytes, others: Sequence[ModuleFacts], *, walk: bool) -> str:
    """``""`` where a file among others is analysed twice with the same result, else what went wrong."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            facts, again = index(path, data), index(path, data)
            if facts != again:
                return "the index differs from run to run"
            first, second = list(suspects([facts, *others])), list(suspects([again, *others]))
            if told(first) != told(second):
                return "what the rules say differs from run to run"
            if walk and not facts.unread:
                walked(path, data, first)
        except LogproofError:
            return ""
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            import traceback

            return "".join(traceback.format_exception(error)[-6:])
    return ""
