"""The engine from bytes to messages, in this process and without the stages around it: quick enough for thousands of files."""

from __future__ import annotations

import traceback
import warnings
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from checker.errors import LogproofError
from checker.model import Parameters, Span
from checker.policy import Effective, load
from checker.rule import Message, Rule
from checker.rules import registry
from checker.source.cst.walk import Examined, Suspect, examine
from checker.source.index.module import Indexer
from checker.source.ir import ModuleFacts
from checker.source.program import Program
from checker.text import lines, readable

ROOT = Path(__file__).resolve().parents[2]
Files = Sequence[tuple[str, bytes]]
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
    """What all rules that need the code alone say of a project, whatever their confidence."""
    program = Program(modules, policy().vocabulary)
    rules = [rule for rule in registry() if "LP1" <= rule.code < "LP5"]
    by_fact: dict[type, list[Rule]] = {}
    for rule in rules:
        by_fact.setdefault(rule.fact, []).append(rule)
    for fact in program.facts(set(by_fact)):
        for rule in by_fact[type(fact)]:
            for message in rule.messages(fact, program, _parameters(rule)):
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


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of files that were analysed together, twice."""

    wrong: str = ""
    """``""`` where nothing broke."""
    told: Sequence[tuple[str, Message, Span]] = ()
    unread: int = 0
    walked: int = 0


def attempt(files: Mapping[str, bytes], others: Sequence[ModuleFacts] = (), *, walk: Collection[str] = (), beside: Files = ()) -> Tried:
    """Analyse the files, with the facts of others beside them, twice; ``walk`` are the paths whose suspects are looked at closely.

    Broken is what raises anything, differs from one time to the next, or points outside of its file. ``beside`` are the
    texts of the others, which may be pointed at too.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _tried(files, others, walk, beside)
        except LogproofError:
            return Tried()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            return Tried("".join(traceback.format_exception(error)[-6:]))


def _tried(files: Mapping[str, bytes], others: Sequence[ModuleFacts], walk: Collection[str], beside: Files) -> Tried:
    facts, again = ([index(path, data) for path, data in files.items()] for _ in range(2))
    if facts != again:
        return Tried("the index differs from run to run")
    first, second = (list(suspects([*made, *others])) for made in (facts, again))
    said = told(first)
    if said != told(second):
        return Tried("what the rules say differs from run to run")
    unread = {one.path for one in facts if one.unread}
    texts = {path: lines(readable(data).removeprefix("\ufeff")) for path, data in (*beside, *files.items())}
    outside = [span for _, message, span in said for span in (span, *_places(message)) if not points(span, texts)]
    if outside:
        return Tried(f"it points outside of its file: {outside[:3]}")
    close = [path for path in walk if path not in unread]
    count = sum(len(walked(path, files[path], first)) for path in close)
    return Tried("", said, len(unread), count)


def _places(message: Message) -> Iterator[Span]:
    yield from (step.span for step in (*message.steps, *message.related))
    yield from (edit.span for edit in (message.fix.edits if message.fix else ()))


def points(span: Span, texts: Mapping[str, Sequence[str]]) -> bool:
    """Whether line and column are those of a character, or of a line's end, in a file that there is."""
    text = texts.get(span.path)
    return text is not None and 1 <= span.line <= len(text) and 1 <= span.column <= len(text[span.line - 1]) + 1
