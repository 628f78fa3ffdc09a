"""Documents that nobody signed: seeded mutations of good JSON, of its structure and of its bytes, the same for the same seed and input."""

from __future__ import annotations

import base64
import binascii
import copy
import json
import random
from collections.abc import Iterator, Sequence
from typing import Any

ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2**31, 2**63 - 1, 2**63, 2**64 - 1, 2**64, 10**40, 1.5, 1e308, "", " ", "0", "-1", "1", "01", "+1", "1e3",
    "9223372036854775807", "9223372036854775808", "18446744073709551615", "99999999999999999999", "\x00", "\ud800", "\u202e", "\n", "A",
    "AA==", "====", "!!!!", "%", "null", [], {},
    [[]], [{}], {"": ""}, {"rawBytes": ""}, "https://example.org", "SHA2_256", "SHA2_512", "MD5",
    "2025-06-12T12:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2025-06-12", "x" * 5000, ["x"] * 300,
)  # fmt: skip
"""Values that are put in anywhere."""
KEYS = ("", "x", "mediaType", "rawBytes", "signatures", "hashes", "keyid", "subject", "__proto__", "_type", "\u0000", "Payload")
Path = tuple[str | int, ...]


def places(node: Any, path: Path = ()) -> Iterator[Path]:
    """The path of everything in a document, the whole last."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from places(value, (*path, key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from places(value, (*path, number))
    yield path


def at(node: Any, path: Path) -> Any:
    """What stands at a path."""
    for step in path:
        node = node[step]
    return node


def mutated(document: Any, donors: Sequence[Any], luck: random.Random) -> bytes:
    """The document with one to three changes, as text."""
    if luck.random() < 0.25:
        return _bytes(json.dumps(document).encode(), luck)
    changed = copy.deepcopy(document)
    for _ in range(luck.choice((1, 1, 1, 2, 3))):
        changed = luck.choice(_CHANGES)(changed, donors, luck)
    text = json.dumps(changed)
    if luck.random() < 0.08:
        text = _twice(text, luck)
    return text.encode("utf-8", "surrogatepass")


def _bytes(data: bytes, luck: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(luck.choice((1, 1, 2, 4))):
        place, kind = luck.randrange(len(changed) + 1), luck.randrange(5)
        if kind == 0:
            changed[place:place] = bytes([luck.randrange(256)])
        elif kind == 1:
            del changed[place : place + luck.choice((1, 1, 5, 60))]
        elif kind == 2 and changed:
            changed[place % len(changed)] ^= 1 << luck.randrange(8)
        elif kind == 3:
            changed[place:place] = luck.choice((b"\xef\xbb\xbf", b"\x00", b"\n", b"{", b"]", b'"', b"\\u0000", b"\\", b"\xff", b"  "))
        else:
            changed[place:place] = changed[luck.randrange(len(changed) + 1) :][: luck.randrange(1, 80)]
    return bytes(changed)


def _twice(text: str, luck: random.Random) -> str:
    """Some object's first member once more, with another value: one of a duplicate's readers takes it."""
    opened = [number for number, letter in enumerate(text) if letter == "{" and text[number + 1 : number + 2] == '"']
    if not opened:
        return text
    place = luck.choice(opened) + 1
    key = text[place : text.index('"', place + 1) + 1]
    return f"{text[:place]}{key}: {json.dumps(luck.choice(ODD))}, {text[place:]}"


def _put(document: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    at(document, path[:-1])[path[-1]] = value
    return document


def _odd(document: Any, donors: Sequence[Any], luck: random.Random) -> Any:
    return _put(document, luck.choice(list(places(document))), luck.choice(ODD))


def _removed(document: Any, donors: Sequence[Any], luck: random.Random) -> Any:
    path = luck.choice(list(places(document)))
    if path:
        del at(document, path[:-1])[path[-1]]
    return document


def _given(document: Any, donors: Sequence[Any], luck: random.Random) -> Any:
    """What stands at the same place of another document that is good by itself."""
    path, donor = luck.choice(list(places(document))), luck.choice(donors)
    try:
        value = at(donor, path)
    except (KeyError, IndexError, TypeError):
        return document
    return _put(document, path, copy.deepcopy(value))


def _swapped(document: Any, donors: Sequence[Any], luck: random.Random) -> Any:
    """One value where another of the document stands."""
    every = list(places(document))
    return _put(document, luck.choice(every), copy.deepcopy(at(document, luck.choice(every))))


def _added(document: Any, donors: Sequence[Any], luck: random.Random) -> Any:
    holders = [path for path in places(document) if isinstance(at(document, path), dict | list)]
    if not holders:
        return document
    holder = at(document, luck.choice(holders))
    if isinstance(holder, dict):
        holder[luck.choice(KEYS)] = luck.choice(ODD)
    else:
        holder.insert(luck.randrange(len(holder) + 1), copy.deepcopy(luck.choice(holder)) if holder else luck.choice(ODD))
    return document


def _renamed(document: Any, donors: Sequence[Any], luck: random.Random) -> Any:
    path = luck.choice(list(places(document)))
    if not path or isinstance(path[-1], int):
        return document
    holder, key = at(document, path[:-1]), path[-1]
    other = luck.choice(
        (key.lower(), key.upper(), key + " ", f"{key}s", "".join(f"_{one.lower()}" if one.isupper() else one for one in key))
    )
    holder[other] = holder.pop(key)
    return document


def _wrapped(document: Any, donors: Sequence[Any], luck: random.Random) -> Any:
    path = luck.choice(list(places(document)))
    value = at(document, path)
    return _put(document, path, luck.choice(([value], {"x": value}, [value, value])))


def _number(document: Any, donors: Sequence[Any], luck: random.Random) -> Any:
    """A number that is near, written as text or not."""
    found = [path for path in places(document) if str(at(document, path)).lstrip("-").isdigit()]
    if not found:
        return document
    path = luck.choice(found)
    value = int(str(at(document, path))) + luck.choice((-1, 1, 60, -3600, 2**32, -(2**63), 2**63))
    return _put(document, path, luck.choice((value, str(value), f"0{value}", float(value % 2**53))))


def _decoded(document: Any, donors: Sequence[Any], luck: random.Random) -> Any:
    """A change inside what some base 64 holds; sometimes inside the JSON or the note that it holds."""
    found = [path for path in places(document) if isinstance(at(document, path), str) and len(at(document, path)) > 16]
    if not found:
        return document
    path = luck.choice(found)
    try:
        inner = base64.b64decode(at(document, path), validate=True)
    except (binascii.Error, ValueError):
        return _put(document, path, _bytes(at(document, path).encode(), luck).decode("utf-8", "replace"))
    if inner.startswith(b"{") and luck.random() < 0.7:
        try:
            inner = mutated(json.loads(inner), donors, luck)
        except ValueError:
            inner = _bytes(inner, luck)
    else:
        inner = _bytes(inner, luck)
    return _put(document, path, base64.b64encode(inner).decode())


_CHANGES = (_odd, _removed, _given, _given, _swapped, _added, _renamed, _wrapped, _number, _decoded, _decoded)


def lines_mutated(text: str, luck: random.Random) -> str:
    """YAML or another text of lines with one to three changes."""
    lines = text.splitlines()
    for _ in range(luck.choice((1, 1, 2, 3))):
        place, other, kind = luck.randrange(len(lines)), luck.randrange(len(lines)), luck.choice((0, 0, 0, 1, 2, 3, 4, 4, 5, 6, 7, 8, 8))
        line = lines[place]
        if kind == 0:
            del lines[place]
        elif kind == 1:
            lines.insert(place, lines[other])
        elif kind == 2:
            lines[place], lines[other] = lines[other], line
        elif kind == 3:
            lines[place] = luck.choice(("  ", " ", "\t", "- ", "? ")) + line
        elif kind == 4 and ":" in line:
            lines[place] = f"{line.partition(':')[0]}: {luck.choice(_YAML)}"
        elif kind == 5 and ":" in line:
            key, _, value = line.partition(":")
            lines[place] = f"{key.rstrip()}{luck.choice('sx-_')}:{value}"
        elif kind == 6:
            lines[place] = line.lstrip()
        elif kind == 8 and ":" in line:
            lines[place] = f"{line.partition(':')[0]}:{lines[other].partition(':')[2]}"
        else:
            lines[place] = _bytes(line.encode() or b" ", luck).decode("utf-8", "replace")
        lines = lines or [""]
    return "\n".join(lines) + "\n"


_YAML = (
    "", "no", "yes", "null", "~", "1.10", "0123", "0x10", "1_000", "2025-01-01", "12:30:45", "[]", "{}", "[a, b]", "{a: b}", "&a x", "*a",
    "!!python/object:x {}",
    "!x y", "'", '"', "|", ">", "@", "%", "'*'", '"**"', "-1", "1e400", ".inf", ".nan", "<<", "? x", "- - -", "\u202e", '""',
)  # fmt: skip
