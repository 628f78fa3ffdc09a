"""Python source that nobody wrote: seeded mutations of real files, the same for the same seed."""

from __future__ import annotations

import ast
import copy
import io
import keyword
import random
import re
import tokenize
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

ODD = (
    "\x00", "\x0c", "\x1a", "\x1b[31m", "\r", "\r\n", "\t", "\x85", "\xa0", "\u2028", "\u202e", "\ufeff", "ä", "日本", "𝒳", "e\u0301",
    "\\\n", "\\ud800", "'''", '"""', "f'{", "}'", "#", "# logproof: ignore[", "# logproof: ignore[secret-in-log] x", "{", "}", "(", ")",
    "[", "]", ":", ",", ";", "*", "**", "@", "->", ":=", "lambda: ", "await ", "yield ", "async ", "%s", "{}", "{!r}", "{0.password}",
    "password", "self", "self.log.info(password)", "log.info(**locals())", "None", "...", "0", "1e999", "-1", "0x", "1_000", "10**9",
)  # fmt: skip
"""Pieces that are put in anywhere."""
SOWN = (
    "log.info('%s', {0})", "logging.getLogger(__name__).debug(f'{{{0}}} {{{1}!r}}')", "print({0}.{1})", "password = {0}",
    "self.logger.error({0}, exc_info={1})", "{0} = password", "{0}.token = {1}", "{0} = {1}.api_key", "raise ValueError(f'bad {{{0}}}')",
    "{0} = {1}({0})", "return password, {0}", "logger.warning({0}(secret={1}))", "log.exception('x', extra={{'{0}': {1}, **{0}}})",
    "for {0} in {1}: log.info({0})", "with {0} as {1}: log.info(str({1}))", "log.debug('{1}' % {0}, *{1})", "logger.addFilter({0})",
    "global {0}", "del {0}", "from . import *",
)  # fmt: skip
"""Statements that make names of a file leak, carry a secret or lose it."""
_IDENTIFIER = re.compile(rb"[A-Za-z_]\w{2,30}")
_MOST_NODES = 40
"""Nodes of a donor that are tried until one fits."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One file that was changed."""

    base: int
    """Position of the file it was made of."""
    path: str
    data: bytes
    how: str
    """The mutation's name, for the report of a failure."""


def mutants(files: Sequence[tuple[str, bytes]], seed: int, count: int, start: int = 0) -> Iterator[Mutant]:
    """So many mutants of the files; the n-th depends on the seed and n alone."""
    for number in range(start, start + count):
        yield mutant(files, seed, number)


def mutant(files: Sequence[tuple[str, bytes]], seed: int, number: int) -> Mutant:
    """One mutant: a file that was changed one to three times."""
    luck = random.Random(f"{seed}:{number}")
    base = luck.randrange(len(files))
    path, data = files[base]
    done = []
    for _ in range(luck.choice((1, 1, 1, 2, 3))):
        change = luck.choice(_CHANGES)
        donor = files[luck.randrange(len(files))][1]
        data = change(data, donor, luck)
        done.append(change.__name__.strip("_"))
    return Mutant(base, path, data, "+".join(done))


def _lines(data: bytes, donor: bytes, luck: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b"\n"]
    at, other = luck.randrange(len(lines)), luck.randrange(len(lines))
    kind = luck.randrange(6)
    if kind == 0:
        del lines[at : at + luck.randint(1, 3)]
    elif kind == 1:
        lines[at:at] = lines[other : other + luck.randint(1, 5)]
    elif kind == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 3:
        lines[at] = luck.choice((b"    ", b"\t", b" ", b"\x0c")) + lines[at]
    elif kind == 4:
        lines[at] = lines[at].lstrip()
    else:
        lines[at:at] = luck.choice(donor.splitlines(keepends=True) or [b""]).rstrip(b"\r\n"), b"\n"
    return b"".join(lines)


def _bytes(data: bytes, donor: bytes, luck: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(luck.randint(1, 4)):
        at = luck.randrange(len(changed) + 1)
        kind = luck.randrange(4)
        if kind == 0:
            changed[at:at] = bytes([luck.randrange(256)])
        elif kind == 1:
            del changed[at : at + luck.randint(1, 40)]
        elif kind == 2 and changed:
            changed[at % len(changed)] = luck.randrange(256)
        else:
            del changed[at:]
    return bytes(changed)


def _odd(data: bytes, donor: bytes, luck: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    for _ in range(luck.randint(1, 3)):
        at = luck.randrange(len(text) + 1)
        text = text[:at] + luck.choice(ODD) + text[at:]
    return text.encode("utf-8", "replace")


def _ends(data: bytes, donor: bytes, luck: random.Random) -> bytes:
    kind = luck.randrange(4)
    if kind == 0:
        return data.replace(b"\n", luck.choice((b"\r\n", b"\r", b"\n\x0c")))
    if kind == 1:
        return (
            luck.choice((b"\xef\xbb\xbf", b"# coding: latin-1\n", b"# coding: utf-8\n", b"#!x\n# vim: set fileencoding=cp1252 :\n")) + data
        )
    if kind == 2:
        return data.rstrip() + luck.choice((b"", b"\\", b"\n\\\n", b"  # logproof: ignore[secret-in-log] x", b"\x0c", b"\n\t\n"))
    return b"\n".join((line if b"#" in line else line + luck.choice((b"", b"  # \xc3\xa4", b" ;"))) for line in data.split(b"\n"))


def _sow(data: bytes, donor: bytes, luck: random.Random) -> bytes:
    """Statements behind others, as deep as these."""
    lines = data.splitlines(keepends=True) or [b"\n"]
    for _ in range(luck.randint(1, 4)):
        at = luck.randrange(len(lines))
        around = b"".join(lines[max(0, at - 20) : at + 20])
        names = [name.decode() for name in _IDENTIFIER.findall(around) if not keyword.iskeyword(name.decode())] or ["x"]
        deep = lines[at][: len(lines[at]) - len(lines[at].lstrip())].strip(b"\r\n")
        lines.insert(at, deep + luck.choice(SOWN).format(luck.choice(names), luck.choice(names)).encode() + b"\n")
    return b"".join(lines)


def _secret(data: bytes, donor: bytes, luck: random.Random) -> bytes:
    """One name of the file is called like a secret wherever it stands."""
    names = _IDENTIFIER.findall(data)
    if not names:
        return data
    return re.sub(rb"\b" + luck.choice(names) + rb"\b", luck.choice((b"password", b"token", b"headers", b"log", b"logger", b"error")), data)


def _splice(data: bytes, donor: bytes, luck: random.Random) -> bytes:
    one, other = data.splitlines(keepends=True), donor.splitlines(keepends=True)
    return b"".join(one[: luck.randrange(len(one) + 1)] + other[luck.randrange(len(other) + 1) :])


def _tokens(data: bytes, donor: bytes, luck: random.Random) -> bytes:
    text, places = _scan(data)
    if not places:
        return _lines(data, donor, luck)
    (begin, end), (first, last) = luck.choice(places), luck.choice(places)
    kind = luck.randrange(5)
    if kind == 0:
        return (text[:begin] + text[end:]).encode()
    if kind == 1:
        return (text[:end] + " " + text[begin:end] + text[end:]).encode()
    if kind == 2:
        return (text[:begin] + text[first:last] + text[end:]).encode()
    if kind == 3:
        return (text[:begin] + luck.choice(ODD) + text[end:]).encode("utf-8", "replace")
    other, there = _scan(donor)
    return (text[:begin] + (other[slice(*luck.choice(there))] if there else "") + text[end:]).encode()


@lru_cache(maxsize=400)
def _scan(data: bytes) -> tuple[str, list[tuple[int, int]]]:
    """The text, and where its tokens begin and end; no token where it cannot be read."""
    try:
        text = data.decode()
        starts = [0]
        for line in io.StringIO(text, newline="\n"):
            starts.append(starts[-1] + len(line))
        tokens = list(tokenize.generate_tokens(io.StringIO(text, newline="\n").readline))
    except (UnicodeDecodeError, SyntaxError, SystemError, tokenize.TokenError):  # 3.13's raises SystemError on a NUL byte
        return "", []
    spans = [(starts[token.start[0] - 1] + token.start[1], starts[token.end[0] - 1] + token.end[1]) for token in tokens if token.string]
    return text, [(begin, end) for begin, end in spans if begin < end <= len(text)]


def _nodes(data: bytes, donor: bytes, luck: random.Random) -> bytes:
    tree, other = _parsed(data), _donor(donor)
    if tree is None or other is None:
        return _tokens(data, donor, luck)
    for _ in range(luck.randint(1, 6)):
        luck.choice((_expression, _expression, _statement, _name))(tree, other, luck)
    try:
        return ast.unparse(tree).encode("utf-8", "backslashreplace") + b"\n"
    except (ValueError, AttributeError, TypeError, RecursionError):  # what was put together is no program
        return _tokens(data, donor, luck)


def _parsed(data: bytes) -> ast.Module | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(data)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@lru_cache(maxsize=300)
def _donor(data: bytes) -> ast.Module | None:
    """A tree that is only copied from."""
    return _parsed(data)


def _holders(tree: ast.AST, wanted: type[ast.AST]) -> list[tuple[ast.AST, str, int]]:
    """Where nodes of a kind hang: parent, field, and position in its list (-1 where it is none)."""
    found = []
    for node in ast.walk(tree):
        for name, value in ast.iter_fields(node):
            if isinstance(value, wanted):
                found.append((node, name, -1))
            elif isinstance(value, list):
                found += [(node, name, position) for position, item in enumerate(value) if isinstance(item, wanted)]
    return found


def _pick(tree: ast.AST, wanted: type[ast.AST], luck: random.Random) -> ast.AST | None:
    there = [node for node in ast.walk(tree) if isinstance(node, wanted) and not isinstance(node, ast.Starred)]
    small = (node for node in luck.sample(there, min(_MOST_NODES, len(there))) if _is_small(node))
    return copy.deepcopy(next(small, None))  # a node that hung below itself would have no end


def _is_small(node: ast.AST) -> bool:
    return next(islice(ast.walk(node), 200, None), None) is None


def _hang(place: tuple[ast.AST, str, int], node: ast.AST) -> None:
    parent, name, position = place
    if position < 0:
        setattr(parent, name, node)
    else:
        getattr(parent, name)[position] = node


def _expression(tree: ast.Module, donor: ast.Module, luck: random.Random) -> None:
    places = [place for place in _holders(tree, ast.expr) if not isinstance(place[0], ast.JoinedStr | ast.FormattedValue)]
    new = _pick(luck.choice((tree, donor)), ast.expr, luck)
    if places and new is not None:
        _hang(luck.choice(places), new)


def _statement(tree: ast.Module, donor: ast.Module, luck: random.Random) -> None:
    bodies = [value for node in ast.walk(tree) for value in (getattr(node, "body", None),) if isinstance(value, list) and value]
    new = _pick(luck.choice((tree, donor)), ast.stmt, luck)
    if not bodies or new is None:
        return
    body = luck.choice(bodies)
    at = luck.randrange(len(body))
    kind = luck.randrange(4)
    if kind == 0 and len(body) > 1:
        del body[at]
    elif kind == 1:
        other = luck.randrange(len(body))
        body[at], body[other] = body[other], body[at]
    else:
        body.insert(at, new)


def _name(tree: ast.Module, donor: ast.Module, luck: random.Random) -> None:
    """Give one name another one's meaning, which makes recursion and cycles."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name | ast.FunctionDef | ast.ClassDef | ast.arg | ast.Attribute)]
    if len(names) < 2:
        return
    one, other = luck.sample(names, 2)
    for field in ("id", "name", "arg", "attr"):
        if hasattr(one, field):
            setattr(one, field, next(getattr(other, key) for key in ("id", "name", "arg", "attr") if hasattr(other, key)))


Change = Callable[[bytes, bytes, random.Random], bytes]
_CHANGES: tuple[Change, ...] = (_lines, _bytes, _odd, _ends, _splice, _tokens, *[_sow] * 4, *[_secret] * 2, *[_nodes] * 5)
