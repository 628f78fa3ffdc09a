"""What was done to a value before something is taken out of it: text that was cut, a dict that was filled."""

from __future__ import annotations

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.index.left_out import OF_A_TOKEN
from checker.source.ir import Node
from checker.source.lexicon.masks import is_mask
from checker.source.names.elements import Fn

_CUTS = frozenset({"split", "rsplit", "splitlines", "findall"})
"""Methods that give the pieces of a text."""
_WORDS = frozenset({"split", "strip", "lstrip", "decode"})
"""Methods behind which the first word of a command line still stands first."""
_COMMANDS = frozenset({"cmd", "cmds", "command", "cmdline", "command_line", "argv", "ssh_cmd", "popenargs", "cmd_args", "command_args"})
"""Names of whole command lines."""
_MOST_STEPS = 8


def is_parted(fn: Fn, owner: int) -> bool:
    """``header.split(" ", 1)[0]`` is a scheme, ``key.partition("-")[0]`` a prefix: what is secret stands behind it."""
    record = source(fn, owner)
    callee: Node = fn.body.nodes[record[1]] if record[0] == ir.CALL and record[2] else [ir.OPAQUE]
    return callee[0] == ir.ATTR and callee[2] in ("split", "partition")


def is_behind_login(fn: Fn, owner: int) -> bool:
    """``url.split("@")[-1]``: user and password stand before the sign."""
    record = source(fn, owner)
    callee: Node = fn.body.nodes[record[1]] if record[0] == ir.CALL and record[2] and record[2][0] >= 0 else [ir.OPAQUE]
    parted = callee[0] == ir.ATTR and callee[2] in ("split", "rsplit", "partition", "rpartition")
    return parted and fn.body.nodes[record[2][0]][:2] == [ir.CONST, "@"]


def is_before_query(fn: Fn, owner: int) -> bool:
    """``url.split("?")[0]``: what stands behind the question mark is gone."""
    record = source(fn, owner)
    callee: Node = fn.body.nodes[record[1]] if record[0] == ir.CALL and record[2] and record[2][0] >= 0 else [ir.OPAQUE]
    parted = callee[0] == ir.ATTR and callee[2] in ("split", "rsplit", "partition")
    return parted and fn.body.nodes[record[2][0]][:2] == [ir.CONST, "?"]


def is_program(fn: Fn, owner: int) -> bool:
    """Whether the first item of a value is the name of a program: ``cmd[0]``, ``command.split()[0]``."""
    record = fn.body.nodes[owner]
    for _ in range(_MOST_STEPS):
        callee: Node = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
        if callee[0] == ir.ATTR and callee[2] in _WORDS:
            record = fn.body.nodes[callee[1]]
        elif callee[0] in (ir.GLOBAL, ir.ATTR, ir.IMPORT) and record[2] and record[2][0] >= 0:
            record = fn.body.nodes[record[2][0]]  # str(cmd), shlex.split(cmd)
        elif record[0] == ir.VAR and record[1] not in _COMMANDS:
            record = fn.body.nodes[record[2]]
        else:
            break
    if record[0] not in (ir.PARAM, ir.ATTR, ir.VAR):
        return False
    name = fn.head.params[record[1]] if record[0] == ir.PARAM else record[2] if record[0] == ir.ATTR else record[1]
    return name.strip("_") in _COMMANDS


def is_cut(fn: Fn, owner: int) -> bool:
    """Whether a value is text that was cut: ``request.get_data().splitlines()``."""
    record = source(fn, owner)
    callee: Node = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    return callee[0] == ir.ATTR and callee[2] in _CUTS


def are_headings(fn: Fn, value: int) -> bool:
    """Whether what is called headers are headings of a table: text cut or put together, ``[names[field] for field in fields]``."""
    record = source(fn, value)
    if record[0] == ir.COMP:
        return fn.body.nodes[record[1]][0] in (ir.ITEM, ir.ATTR)
    callee: Node = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    return callee[0] == ir.ATTR and callee[2] in ("join", "split")


def is_filled(fn: Fn, owner: int) -> bool:
    """Whether a value is a dict that the function itself puts items into: iterating gives its keys."""
    record = fn.body.nodes[owner]
    while record[0] in (ir.VAR, ir.TOUCHED):
        record = fn.body.nodes[record[2] if record[0] == ir.VAR else record[1]]
    values = [fn.body.nodes[value] for value in record[1]] if record[0] == ir.UNION else [record]
    return any(value[0] == ir.SET for value in values)


def is_beginning(fn: Fn, value: int) -> bool:
    """Whether no more of a text shows than its first or last few characters: ``token[:8]``, ``token[-4:] + "..."``, or a word instead."""
    record = source(fn, value)
    if record[0] == ir.UNION:  # token[:8] if token else "none"
        parts = [part for part in record[1] if source(fn, part)[0] != ir.CONST]
        return bool(parts) and all(source(fn, part)[0] != ir.UNION and is_beginning(fn, part) for part in parts)
    pieces = [fn.body.nodes[part] for part in record[1]] if record[0] == ir.JOIN else [record]
    cut = [piece for piece in pieces if piece[0] != ir.CONST or not is_mask(piece[1])]
    return bool(cut) and all(piece[0] == ir.SLICE and _shows_few(piece) for piece in cut)


def _shows_few(cut: Node) -> bool:
    _, _, low, high = cut
    if low in (None, 0):
        return isinstance(high, int) and 0 <= high <= OF_A_TOKEN
    return high is None and isinstance(low, int) and -OF_A_TOKEN <= low < 0
