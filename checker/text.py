"""Bytes of a source file to text and back, as Python itself reads them."""

from __future__ import annotations

import codecs
import io
import tokenize

from checker import patterns as re

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


_WHOLE = re.compile(r"-?[0-9]{1,18}", re.ASCII)


def whole(text: str) -> int | None:
    """The whole number that up to 18 plain digits write, a minus before them or not; ``None`` for any other text.

    `str.isdigit` takes superscripts for digits, and `int` refuses those, and texts of more than 4,300 digits.
    """
    return int(text) if _WHOLE.fullmatch(text) else None


def decode(data: bytes) -> tuple[str, str]:
    """The text and the codec's name that `encode` takes; a byte order mark and PEP 263 are honoured, line ends stay.

    Raises SyntaxError for an unknown or contradicting encoding and UnicodeDecodeError for bytes that it does not allow.
    """
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    return data.decode(encoding), encoding


def encode(text: str, encoding: str) -> bytes:
    """The bytes again; UnicodeEncodeError where the encoding lacks a character."""
    return text.encode(encoding)


def readable(data: bytes) -> str:
    """The text for a person to look at: what cannot be decoded is replaced."""
    try:
        return decode(data)[0]
    except (SyntaxError, ValueError, LookupError):
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")


def in_utf8(data: bytes) -> bytes:
    """The bytes of a text file as they are, or from UTF-16 where its mark says so; whoever searches for words looks here."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    try:
        return data.decode("utf-16").encode()
    except ValueError:
        return data


def lines(text: str) -> list[str]:
    """The lines with their ends, split where Python's parser does (not at form feeds or Unicode's line separators)."""
    return _LINE.findall(text)


def mentions_us(data: bytes) -> bool:
    """Whether a comment for logproof may stand in a file; who writes ``# Logproof:`` means it too."""
    return b"ogproof:" in data or b"LOGPROOF:" in data
