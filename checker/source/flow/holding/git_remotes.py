"""What a process writes: git names the address that it was given where that cannot be reached, with the token that stands in it, and some
programs are there to write a secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.holding.library_errors import REPEATED
from checker.source.flow.holding.secret_commands import SecretCommands
from checker.source.flow.literal import construction, plain, source
from checker.source.flow.origin import UNKNOWN, Flow, Place, hop, mark, merge, weaker
from checker.source.ir import Node
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_RUNS = frozenset({"run", "Popen", "check_output", "getoutput", "run_process", "create_subprocess_exec", "create_subprocess_shell"})
"""Last parts of calls that run a program."""
_DEEPEST = 6
_NOT_NAMED = frozenset({"secret", "grave", "container", "personal", "untrusted", "exception"})
"""Categories of what git does not name of what it was given: all but addresses."""


class GitRemotes:
    """The part of the follower that knows what a process writes."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._tellers = SecretCommands(follower)

    def command(self, fn: Fn, owner: int) -> Flow:
        """The secrets in the command line that a process keeps: ``subprocess.run(["mysql", f"-p{password}"]).args``."""
        _, given = self._given(fn, owner)
        flow = self._follower.flow(fn, given[0]) if given else UNKNOWN
        return Flow(tuple(item for item in flow.found if item.category == "secret" or (item.category == "url" and item.member)))

    def _given(self, fn: Fn, owner: int) -> tuple[Node, list[int]]:
        """The call that ran a process, and what it was given; nothing of anything else."""
        made = construction(fn, owner)
        if made is None or self._follower.text(fn, made[1]).rpartition(".")[2] not in _RUNS:
            return [ir.OPAQUE], []
        return made, [plain(argument) for argument in made[2]] + [value for name, value in made[3] if name == "args"]

    def told(self, fn: Fn, owner: int, stream: str = "") -> Flow:
        """Of a process that ran: ``subprocess.run(["git", "clone", address]).stderr``."""
        made, given = self._given(fn, owner)
        if given and stream != "stderr" and (written := self._written(fn, made, given[0])).found:
            return written
        if not given or not _says_git(fn, given[0]):
            return UNKNOWN
        flow = merge([self._follower.flow(fn, value) for value in given])
        refs = tuple(replace(ref, removed=ref.removed | _NOT_NAMED) for ref in flow.refs)
        return self._repeated(fn, made, Flow(tuple(item for item in flow.found if item.category == "url" and item.member), refs))

    def _written(self, fn: Fn, made: Node, command: int) -> Flow:
        return self._tellers.written(fn, command, f"{self._follower.text(fn, made[1])}()", self._follower.place(fn, made))

    def output(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        """``subprocess.check_output(["gh", "auth", "token"])``"""
        given = [plain(argument) for argument in node[2][:1]] + [value for name, value in node[3] if name in ("args", "cmd")]
        written = self._written(fn, node, given[0]) if given else UNKNOWN
        return written if written.found else None

    def communicated(self, fn: Fn, node: Node, position: int = 0) -> Flow:
        """``process.communicate()``, what it writes first, and its errors next."""
        callee = fn.body.nodes[node[1]]
        return (
            self.told(fn, callee[1], "stderr" if position else "stdout") if callee[0] == ir.ATTR and callee[2] == "communicate" else UNKNOWN
        )

    def _repeated(self, fn: Fn, made: Node, flow: Flow) -> Flow:
        if not flow.found and not flow.refs:
            return UNKNOWN
        return hop(mark(weaker(flow, Confidence.MEDIUM), REPEATED), self._follower.place(fn, made), "repeated in what git writes")


def _says_git(fn: Fn, node: int, depth: int = 0) -> bool:
    """Whether a command line begins with git's name, as a text or as a list."""
    record = source(fn, node)
    if record[0] == ir.CONST:
        return isinstance(record[1], str) and record[1].split(" ", 1)[0].rpartition("/")[2] == "git"
    if depth >= _DEEPEST:
        return False
    parts: list[int] = record[1] if record[0] in (ir.SEQ, ir.JOIN, ir.UNION) else record[2] if record[0] == ir.CALL else []
    return bool(parts) and _says_git(fn, plain(parts[0]), depth + 1)
