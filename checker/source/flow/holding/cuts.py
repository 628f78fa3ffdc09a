"""What was done to a value before something is taken out of it: text that was cut, a dict that was filled."""

from __future__ import annotations

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.ir import Node
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


def is_filled(fn: Fn, owner: int) -> bool:
    """Whether a value is a dict that the function itself puts items into: iterating gives its keys."""
    record = fn.body.nodes[owner]
    while record[0] in (ir.VAR, ir.TOUCHED):
        record = fn.body.nodes[record[2] if record[0] == ir.VAR else record[1]]
    values = [fn.body.nodes[value] for value in record[1]] if record[0] == ir.UNION else [record]
    return any(value[0] == ir.SET for value in values)
