"""Sums files as ``sha256sum`` and ``sha512sum`` write them."""

from __future__ import annotations

import re

from msgspec import Struct

from checker.release.refusal import Refused, quoted

LARGEST = 4_000_000
_LINE = re.compile(r"(?P<digest>\S+) [ *](?P<name>.+)")
_HEX = re.compile(r"[0-9a-f]{64}|[0-9a-f]{128}")
_RULE = "wrong-sums"


class Sums(Struct, frozen=True):
    """Name to digest (lower-case hex of SHA-256 or SHA-512)."""

    digests: dict[str, str]


def read_sums(data: bytes, label: str) -> Sums:
    """Raises `Refused`."""
    what = f"the sums file {quoted(label)}"
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise Refused(_RULE, what, "UTF-8 text", "bytes that are none") from error
    digests: dict[str, str] = {}
    for number, line in enumerate((line.removesuffix("\r") for line in lines), 1):
        if not line:
            continue
        match = _LINE.fullmatch(line)
        if not match:
            raise Refused(_RULE, f"{what}, line {number}", "a digest, two blanks and a name", quoted(line))
        _put(digests, match["digest"], match["name"], f"{what}, line {number}")
    if not digests:
        raise Refused(_RULE, what, "at least one file", "none")
    return Sums(digests)


def _put(digests: dict[str, str], digest: str, name: str, what: str) -> None:
    if not _HEX.fullmatch(digest):
        raise Refused(_RULE, what, "64 or 128 lower-case hex digits", quoted(digest))
    name = name.removeprefix("./")
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or any(part in ("", ".", "..") for part in parts) or not name.isprintable():
        raise Refused(_RULE, what, "a name below the folder", quoted(name))
    if name in digests:
        raise Refused(_RULE, what, "each name once", f"{quoted(name)} again")
    digests[name] = digest
