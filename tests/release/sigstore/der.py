"""DER, written only: what X.509 extensions and RFC 3161 tokens need beyond what cryptography builds (ITU-T X.690)."""

from __future__ import annotations

from datetime import datetime

from cryptography.x509 import ObjectIdentifier

NULL = b"\x05\x00"


def element(tag: int, *parts: bytes) -> bytes:
    """One element: its tag's byte, its length, and its parts one after the other."""
    body = b"".join(parts)
    size = len(body)
    if size < 0x80:
        return bytes([tag, size]) + body
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + body


def sequence(*parts: bytes) -> bytes:
    """SEQUENCE."""
    return element(0x30, *parts)


def set_of(*parts: bytes) -> bytes:
    """SET OF, its members in the order of their bytes as DER wants it."""
    return element(0x31, *sorted(parts))


def tagged(number: int, *parts: bytes) -> bytes:
    """A constructed element with a context's tag."""
    return element(0xA0 | number, *parts)


def integer(value: int) -> bytes:
    """INTEGER, not negative."""
    return element(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def octets(value: bytes) -> bytes:
    """OCTET STRING."""
    return element(0x04, value)


def text(value: str) -> bytes:
    """UTF8String."""
    return element(0x0C, value.encode())


def oid(value: str | ObjectIdentifier) -> bytes:
    """OBJECT IDENTIFIER, from its dotted form."""
    dotted = value.dotted_string if isinstance(value, ObjectIdentifier) else value
    first, second, *others = map(int, dotted.split("."))
    return element(0x06, *map(_base128, (first * 40 + second, *others)))


def generalized_time(value: datetime) -> bytes:
    """GeneralizedTime in UTC, to the second."""
    return element(0x18, value.strftime("%Y%m%d%H%M%SZ").encode())


def _base128(value: int) -> bytes:
    out = [value & 0x7F]
    while value := value >> 7:
        out.append(0x80 | value & 0x7F)
    return bytes(reversed(out))
