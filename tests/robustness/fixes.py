"""Fix real code in memory and look at what became of it: ``python -m tests.robustness.fixes FOLDER ...`` ends with 1 on trouble.

What must hold of each file: it still parses, its tree differs in calls that write records and the logger that they need, and in nothing
else, every comment and every blank line is there, its encoding, byte order mark and line ends are the same, and fixing it again changes
nothing.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from checker import fix, policy, text
from checker.model import Finding
from checker.rule import Rule
from checker.rules import registry
from checker.source.cst.walk import Suspect, examine
from checker.source.facts.outcomes import AuthOutcome
from checker.source.index.module import Indexer
from checker.source.program import Program
from checker.verdict import finding
from checker.vocabulary import Vocabulary

_CALLS = frozenset(
    {"debug", "info", "warning", "warn", "error", "exception", "critical", "fatal", "log", "trace", "success", "getLogger", "add"}
)
"""Calls that fixes change."""
_WITH_CALLS = (AuthOutcome,)
"""Facts whose rules have a call written, without a judge."""


@cache
def _settings() -> tuple[Vocabulary, tuple[Rule, ...], policy.Effective]:
    rules = registry()
    effective = policy.load(Path("/"), policies=("tidy",), rules=rules, cache=False)
    return effective.vocabulary, rules, effective


def found(files: dict[str, bytes]) -> list[Finding]:
    """What every rule that can be fixed says of these files, as one project, low confidence included."""
    vocabulary, rules, effective = _settings()
    indexer = Indexer(vocabulary)
    program = Program([indexer.index(path, data) for path, data in files.items()], vocabulary)
    wanted = [rule for rule in rules if rule.judge is not None or rule.fact in _WITH_CALLS]
    suspects: dict[str, list[Suspect]] = {}
    for fact in program.facts({rule.fact for rule in wanted}):
        for rule in wanted:
            if type(fact) is rule.fact:
                for message in rule.messages(fact, program, effective.rules[rule.name].parameters):
                    place = message.span or fact.span
                    suspects.setdefault(place.path, []).append(Suspect(rule, fact, message))
    seen = [one for path, some in suspects.items() for one in examine(path, files[path], some)]
    made = [finding(one.suspect.rule, effective.rules[one.suspect.rule.name], one.message, one.span) for one in seen]
    return sorted(made, key=lambda one: (one.span, one.code))


def fixed(files: dict[str, bytes], *, unsafe: bool) -> dict[str, bytes]:
    """The files that fixes change, as they are afterwards; as a run does it, until nothing is left to fix."""
    now = dict(files)
    for _ in range(5):
        changes = fix.plan(found(now), now.__getitem__, unsafe=unsafe).changes
        if not changes:
            break
        now |= {change.path: change.new for change in changes}
    return {path: data for path, data in now.items() if data != files[path]}


def troubles(old: bytes, new: bytes) -> Iterator[str]:
    """What is wrong with what became of a file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            before, after = ast.parse(old), ast.parse(new)
    except (SyntaxError, ValueError) as error:
        yield f"it does not parse: {error}"
        return
    if _bare(before) != _bare(after):
        yield "its tree differs elsewhere than in a call that writes a record"
    if _comments(old) != _comments(new):
        yield "a comment is lost or changed"
    apart = 3 * (new.count(b"outcome") - old.count(b"outcome"))  # an import and a logger stand apart
    if not _blanks(old) <= _blanks(new) <= _blanks(old) + max(apart, 0):
        yield "a blank line is lost or added"
    if text.decode(old)[1] != text.decode(new)[1] or old.startswith(b"\xef\xbb\xbf") != new.startswith(b"\xef\xbb\xbf"):
        yield "its encoding or its byte order mark has changed"
    if set(re.findall(rb"\r\n|\r|\n", new)) - set(re.findall(rb"\r\n|\r|\n", old)):
        yield "it has line ends of another kind"


class _Blind(ast.NodeTransformer):
    """Takes the arguments out of every call that a fix may change."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Leave the callee's owner, so that a call that went elsewhere is seen."""
        if isinstance(node.func, ast.Attribute) and node.func.attr in _CALLS:
            return ast.Call(ast.Attribute(self.visit(node.func.value), "record", ast.Load()), [], [])
        self.generic_visit(node)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        """Leave out records of outcomes, which a fix adds."""
        call = node.value
        told = isinstance(call, ast.Call) and any("outcome" in part for part in map(ast.unparse, (*call.args[:1], *call.keywords[:1])))
        return None if told else self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> ast.AST | None:
        """Leave out the import that a new logger needs."""
        return None if ast.unparse(node) == "import logging" else node

    def visit_Assign(self, node: ast.Assign) -> ast.AST | None:
        """Leave out loggers, and what holds who is gone afterwards."""
        held = ast.unparse(node.targets[0]).endswith("_before")
        return None if held or ast.unparse(node.value).startswith("logging.getLogger(") else self.generic_visit(node)


def _bare(tree: ast.Module) -> str:
    return ast.dump(_Blind().visit(tree))


def _comments(data: bytes) -> list[str]:
    return [token.string for token in tokenize.tokenize(io.BytesIO(data).readline) if token.type == tokenize.COMMENT]


def _blanks(data: bytes) -> int:
    return sum(not line.strip() for line in re.split(rb"\r\n|\r|\n", data))


def _files(folders: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.py")):
            data = path.read_bytes()
            if len(data) < 1_000_000 and b"log" in data.lower():
                yield str(path), data


def main(folders: list[str]) -> int:
    """Fix the folders' files in memory, file by file, and tell what went wrong."""
    read = changed = bad = 0
    for path, data in _files(folders):
        read += 1
        for unsafe in (False, True):
            new = fixed({path: data}, unsafe=unsafe).get(path)
            if new is None:
                continue
            changed += unsafe
            again = fixed({path: new}, unsafe=unsafe)
            for trouble in [*troubles(data, new), *(["fixing it again changes it again"] if again else [])]:
                bad += 1
                print(f"{path}{' (unsafe)' if unsafe else ''}: {trouble}")
    print(f"{read} files read, {changed} changed, {bad} with trouble")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
