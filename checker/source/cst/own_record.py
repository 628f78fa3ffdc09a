"""The fix that writes a missing security record by the module's own logger, or by one that it makes; every comment and blank stays."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Edit, Fix, Span
from checker.source.cst.at_hand import AtHand, blocks
from checker.source.cst.bystanders import Function, whence, who
from checker.source.cst.insertion import imports_end, whole
from checker.source.cst.settled import settled

if TYPE_CHECKING:
    from checker.rule import Lacking, Message
    from checker.source.cst.surroundings import Surroundings

_NAMES = ("logger", "log", "security_logger")
"""What a new logger may be called, the usual one first."""
_LONGEST = 100
_UNSURE = ast.IfExp | ast.BoolOp | ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
"""Expressions of which a part is evaluated at times."""
_SIMPLE = ast.Return | ast.Raise | ast.Expr | ast.Assign | ast.AnnAssign | ast.AugAssign | ast.Delete


def recorded(message: Message, lacking: Lacking, around: Surroundings) -> Message:
    """The message with the fix, and the call in its advice; as it was where one of the places has no line for a record."""
    lines, module = whole(around)
    if module is None:
        return message
    maker = _Maker(module, [*lines, ""], lacking)
    made = [maker.at(place) for place in maker.places()]
    setup = maker.setup() if maker.logger else None
    if setup is None or not all(made):
        return message
    edits, calls = zip(*(one for one in made if one is not None), strict=True)
    every = tuple(dict.fromkeys((*(edit for several in edits for edit in several), *setup)))
    where = "after" if edits[0][-1].span.line > lacking.places[0].line else "before"
    new = f", and {maker.logger} = logging.getLogger(__name__) below the imports" if setup else ""
    call = calls[0]
    advice = f"Write {call} {where} this line{new}; --fix=unsafe does so."
    if message.help:  # a function of the project's records such events, and its call does not fit as it is
        advice = f"{message.help} --fix=unsafe writes {call} {where} this line{new}."
    return replace(message, help=advice, fix=Fix(f"Write a record by {maker.logger}.{maker.level}()", every, safe=False))


class _Maker:
    """Makes the edits of one finding."""

    def __init__(self, module: ast.Module, lines: list[str], lacking: Lacking) -> None:
        self._module = module
        self._lines = lines
        self._lacking = lacking
        self.level = "info" if lacking.outcome == "success" else "warning"
        self.logger = lacking.logger or next((name for name in _NAMES if name not in _mentioned(module)), "")

    def places(self) -> list[Span]:
        """Where records are to be written: of changes in one block after the last, which completes them."""
        if not self._lacking.after:
            return list(self._lacking.places)
        last: dict[int, Span] = {}
        for place in sorted(self._lacking.places):
            chain = self._chain(place)
            block = next((one for one in blocks(chain[-2]) if chain[-1] in one), []) if len(chain) > 1 else []
            last[id(block)] = place
        return list(last.values())

    def _chain(self, place: Span) -> list[ast.stmt]:
        column = len(self._lines[place.line - 1][: place.column - 1].encode()) if place.line <= len(self._lines) else 0
        return list(_chain(self._module, place.line, column))

    def at(self, place: Span) -> tuple[tuple[Edit, ...], str] | None:
        """The edits at one place and the call that they write; ``None`` where there is no line for it, or it would tell of more."""
        chain = self._chain(place)
        function = next((one for one in reversed(chain) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)), None)
        if function is None or (not isinstance(chain[-1], _SIMPLE) and not (self._lacking.after and isinstance(chain[-1], ast.If))):
            return None
        if isinstance(chain[-1], _SIMPLE) and _unsure(chain[-1], place):
            return None
        found = settled(chain, place) if self._lacking.after else (chain, False)
        if found is None or not self._alone(found[0]):
            return None
        statement, after = found[0][-1], found[1]
        held, arguments = self._arguments(function, chain[-1], statement, after=after)
        if held and not self._alone(chain):
            return None
        line = (statement.end_lineno or statement.lineno) + 1 if after else _first_line(statement)
        callee, indent = f"{self.logger}.{self.level}", self._indent(statement)
        written = [f"{indent}{one}" for one in _laid_out(callee, arguments, _LONGEST - len(indent)).split("\n")]
        if self._lines[line - 1 : line - 1 + len(written)] == written:
            return None  # it stands there already, and was not recognised
        edits = [_inserted(place.path, line, "".join(f"{one}\n" for one in written))]
        if held:
            edits.insert(0, _inserted(place.path, _first_line(chain[-1]), "".join(f"{self._indent(chain[-1])}{one}\n" for one in held)))
        return tuple(edits), f"{callee}({', '.join(arguments)})"

    def _indent(self, statement: ast.stmt) -> str:
        return self._lines[statement.lineno - 1].encode()[: statement.col_offset].decode()

    def _alone(self, chain: list[ast.stmt]) -> bool:
        """Whether the last statement has its lines for itself."""
        statement = chain[-1]
        if self._lines[statement.lineno - 1].encode()[: statement.col_offset].strip():
            return False
        block = next((block for block in blocks(chain[-2]) if statement in block), [])
        at = block.index(statement) if statement in block else 0
        return not (at + 1 < len(block) and block[at + 1].lineno <= (statement.end_lineno or statement.lineno))

    def _arguments(self, function: Function, act: ast.stmt, statement: ast.stmt, *, after: bool) -> tuple[list[str], list[str]]:
        """The lines that hold what is gone once the act is done, to stand before it, and what the call is given."""
        known = AtHand.at(function, statement, after=after)
        address = whence(self._module, function, known)
        held: list[str] = []
        if self._lacking.gone:
            about = self._held(function, who(self._module, function, AtHand.at(function, act, after=False), self._lacking.event), held)
        else:
            about = who(self._module, function, known, self._lacking.event)
        given = [*about, *([("source", address)] if address else [])]
        given = [(key, value if '"' in value else value.replace("'", '"')) for key, value in given]
        event, outcome = self._lacking.event, self._lacking.outcome
        if self._lacking.library == "structlog":
            return held, [f'"{event}"', f'outcome="{outcome}"', *(f"{key}={value}" for key, value in given)]
        mark = "{!r}" if self._lacking.library == "loguru" else "%r"
        template = " ".join([event, f"outcome={outcome}", *(f"{key}={mark}" for key, _ in given)])
        return held, [f'"{template}"', *(value for _, value in given)]

    @staticmethod
    def _held(function: Function, about: list[tuple[str, str]], held: list[str]) -> list[tuple[str, str]]:
        """The same with a name of its own for what is read of somebody who is gone afterwards, which a line of ``held`` gives."""
        taken = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)} | {one.arg for one in _parameters(function)}
        kept = []
        for key, value in about:
            name = next((one for one in (f"{key}_before", f"{key}_gone") if one not in taken), "")
            if value.isidentifier() or not name:
                kept += [(key, value)] if value.isidentifier() else []
                continue
            held.append(f"{name} = {value}")
            kept.append((key, name))
        return kept

    def setup(self) -> tuple[Edit, ...] | None:
        """The edits that make the logger, none where there is one; ``None`` where there is no place or no free name for it."""
        if self._lacking.logger:
            return ()
        body = self._module.body
        made = [
            node for node in body if isinstance(node, ast.Import) and any(one.name == "logging" and not one.asname for one in node.names)
        ]
        if not made and "logging" in _mentioned(self._module):
            return None
        at = imports_end(body, self._lines)
        if at is None or at > len(self._lines):
            return None
        path = self._lacking.places[0].path
        assigned = f"\n{self.logger} = logging.getLogger(__name__)\n"
        if made:
            return (_inserted(path, at, assigned),)
        first = _import_place(body)
        if first is None:
            return (_inserted(path, at, f"import logging\n{assigned}" if at == 1 else f"\nimport logging\n{assigned}"),)
        line, apart = first
        return _inserted(path, line, "import logging\n" + "\n" * apart), _inserted(path, at, assigned)


def _parameters(function: Function) -> list[ast.arg]:
    return [one for one in ast.walk(function.args) if isinstance(one, ast.arg)]


def _inserted(path: str, line: int, text: str) -> Edit:
    return Edit(Span(path, line, 1, line, 1), text)


def _import_place(body: list[ast.stmt]) -> tuple[int, bool] | None:
    """The line of the import that ``import logging`` belongs before, and whether that begins another group; ``None`` without imports."""
    for position, node in enumerate(body):
        docstring = position == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        following = body[position + 1] if position + 1 < len(body) else None
        early = isinstance(node, ast.Import) and _is_standard(node) and node.names[0].name < "logging"
        if early and isinstance(following, ast.Import | ast.ImportFrom) and _is_standard(following) and following.lineno > node.lineno:
            continue
        if docstring or (isinstance(node, ast.ImportFrom) and node.module == "__future__"):
            continue
        if not isinstance(node, ast.Import | ast.ImportFrom):
            return None
        if early and (following is None or following.lineno > (node.end_lineno or node.lineno)):
            return (node.end_lineno or node.lineno) + 1, False
        return node.lineno, not _is_standard(node)
    return None


def _is_standard(node: ast.Import | ast.ImportFrom) -> bool:
    name = node.names[0].name if isinstance(node, ast.Import) else "" if node.level else node.module or ""
    return name.partition(".")[0] in sys.stdlib_module_names


def _chain(module: ast.Module, line: int, column: int) -> Iterator[ast.stmt]:
    """The statements around a place, from the outermost to the innermost."""
    block: list[ast.stmt] = module.body
    while block:
        inner = next((one for one in block if (one.lineno, one.col_offset) <= (line, column) and _reaches(one, line, column)), None)
        if inner is None:
            return
        yield inner
        block = [one for part in blocks(inner) for one in part]


def _reaches(node: ast.stmt, line: int, column: int) -> bool:
    return (line, column) < (node.end_lineno or node.lineno, node.end_col_offset or 0)


def _unsure(statement: ast.stmt, place: Span) -> bool:
    """Whether what stands at the place happens at times alone, or the statement gives what was not decided before."""
    if isinstance(statement, ast.Return) and isinstance(statement.value, ast.Compare | _UNSURE | ast.UnaryOp):
        return True
    parts = [node for node in ast.walk(statement) if isinstance(node, _UNSURE)]
    return any(one.lineno <= place.line <= (one.end_lineno or 0) for one in parts)


def _first_line(statement: ast.stmt) -> int:
    """The first line of a statement; of what is decorated that of its first decorator."""
    decorated = statement.decorator_list if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) else []
    return min([statement.lineno, *(one.lineno for one in decorated)])


def _mentioned(module: ast.Module) -> set[str]:
    """Every name that a module uses or gives."""
    found: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.alias):
            found.add(node.asname or node.name.partition(".")[0])
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
    return found


def _laid_out(callee: str, arguments: list[str], room: int) -> str:
    """The call on one line where it fits, else its arguments on one, else on a line each."""
    whole = ", ".join(arguments)
    if len(callee) + len(whole) + 2 <= room:
        return f"{callee}({whole})"
    if len(whole) + 4 <= room:
        return f"{callee}(\n    {whole}\n)"
    lines = "".join(f"    {one},\n" for one in arguments)
    return f"{callee}(\n{lines})"
