"""What was done to a value before something is taken out of it: text that was cut, a dict that was filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow, but_query, without
from checker.source.ir import Node
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_PARTS = frozenset({"split", "rsplit", "partition", "rpartition"})
_CUTS = frozenset({"split", "rsplit", "splitlines", "findall"})
"""Methods that give the pieces of a text."""
_WORDS = frozenset({"split", "strip", "lstrip", "decode"})
"""Methods behind which the first word of a command line still stands first."""
_COMMANDS = frozenset({"cmd", "cmds", "command", "cmdline", "command_line", "argv", "ssh_cmd", "popenargs", "cmd_args", "command_args"})
"""Names of whole command lines."""
_MOST_STEPS = 8
_LAST = -1 % 2**31
"""The place that ``[-1]`` asks for."""
_WITH_SCHEME = frozenset({"header", "auth", "authorization"})
"""Last words of what begins with the scheme by which somebody logs in."""
_BEHIND_SIGN = 2
"""The place of what ``partition`` gives behind the sign."""
_HEADER = "header"
"""The last word of labels of headers that log in."""
_LINKS = "webhook URL"
"""The label of addresses whose end is the secret."""


def left_of_text(follower: Follower, fn: Fn, owner: int, key: int) -> Flow | None:
    """What a piece still shows of a text that was cut; ``None`` where the value is none, or the piece may hold it all."""
    if key == 0 and is_before_query(fn, owner):
        return without(but_query(follower.flow(fn, owner)), ("secret", "grave", "container"))
    if key == 0 and (is_parted(fn, owner) or is_program(fn, owner)):
        flow = without(follower.flow(fn, owner), ("secret", "grave", "container"))
        return without(flow, ("url",)) if _parts_at(fn, owner) in (":", "://") else flow  # an address's scheme
    if key in (1, 2, _LAST) and _parts_at(fn, owner) == ".":  # a part of a JWT opens nothing without the others
        return without(follower.flow(fn, owner), ("secret",))
    if key > 0 and is_behind_login(fn, owner):
        return without(follower.flow(fn, owner), ("url", "secret"))
    if key == _LAST and _parts_at(fn, owner) == "/":  # a database's name; of a link its end may be the secret
        flow = follower.flow(fn, owner)
        found = tuple(item for item in flow.found if item.category != "url" or item.member or item.label == _LINKS)
        return Flow(found, flow.refs) if len(found) < len(flow.found) else None
    return None


def behind_scheme(follower: Follower, fn: Fn, owner: int, position: int) -> Flow | None:
    """What stands behind the scheme of a header, ``scheme, _, value = header.partition(" ")``; ``None`` of any other piece."""
    record = source(fn, owner)
    callee: Node = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    if callee[0] != ir.ATTR or callee[2] not in _PARTS or _parts_at(fn, owner) not in ("", " "):
        return None
    if position != (_BEHIND_SIGN if callee[2] in ("partition", "rpartition") else 1):
        return None
    flow = follower.flow(fn, callee[1])
    found = tuple(item for item in flow.found if item.category == "secret" and item.label.endswith(_HEADER))
    return Flow(found) if found else None


def _parts_at(fn: Fn, owner: int) -> str:
    """The sign at which a text is parted, ``""`` where that is not known."""
    record = source(fn, owner)
    callee: Node = fn.body.nodes[record[1]] if record[0] == ir.CALL and record[2] and record[2][0] >= 0 else [ir.OPAQUE]
    sign = fn.body.nodes[record[2][0]] if callee[0] == ir.ATTR and callee[2] in _PARTS else [ir.OPAQUE]
    return sign[1] if sign[0] == ir.CONST and isinstance(sign[1], str) else ""


def is_parted(fn: Fn, owner: int) -> bool:
    """``header.split(" ", 1)[0]`` is a scheme, ``key.partition("-")[0]`` a prefix: what is secret stands behind it."""
    record = source(fn, owner)
    callee: Node = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    if callee[0] != ir.ATTR or callee[2] not in ("split", "partition"):
        return False
    return bool(record[2]) or _has_scheme(fn, callee[1])


def _has_scheme(fn: Fn, text: int) -> bool:
    """Whether a text begins with a word that the code puts there, ``"Basic " + login``, or is a header that does."""
    name, record = fn.body.nodes[text], source(fn, text)
    first = fn.body.nodes[record[1][0]] if record[0] == ir.JOIN and record[1] else [ir.OPAQUE]
    if first[0] == ir.CONST and isinstance(first[1], str) and " " in first[1].lstrip():
        return True
    named = name[1] if name[0] == ir.VAR else fn.head.params[name[1]] if name[0] == ir.PARAM else _key_of(fn, record)
    return not _WITH_SCHEME.isdisjoint(split(named)[-1:])


def _key_of(fn: Fn, record: Node) -> str:
    """The key under which a value stands: ``request.headers["Authorization"]``, ``headers.get("Authorization", "")``."""
    if record[0] == ir.ITEM:
        return record[2] if isinstance(record[2], str) else ""
    callee: Node = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    key: Node = fn.body.nodes[record[2][0]] if callee[0] == ir.ATTR and callee[2] == "get" and record[2] and record[2][0] >= 0 else callee
    return key[1] if key[0] == ir.CONST and isinstance(key[1], str) else ""


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


def is_word(fn: Fn, cut: Node, position: int) -> bool:
    """Whether a piece is a word, in which no line break is: the first of ``text.split(maxsplit=1)``, each of ``text.split()``."""
    callee: Node = fn.body.nodes[cut[1]] if cut[0] == ir.CALL and not cut[2] else [ir.OPAQUE]
    return callee[0] == ir.ATTR and callee[2] == "split" and (position == 0 or not cut[3])


def is_filled(fn: Fn, owner: int) -> bool:
    """Whether a value is a dict that the function itself puts items into: iterating gives its keys."""
    record = fn.body.nodes[owner]
    while record[0] in (ir.VAR, ir.TOUCHED):
        record = fn.body.nodes[record[2] if record[0] == ir.VAR else record[1]]
    values = [fn.body.nodes[value] for value in record[1]] if record[0] == ir.UNION else [record]
    return any(value[0] == ir.SET for value in values)
