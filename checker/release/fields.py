"""Protobuf's JSON read strictly: names in one spelling, and base64 without junk (https://protobuf.dev/programming-guides/json).

Lenient readers take ``rawBytes`` and ``raw_bytes`` alike, and of both in one object either; and they pass over what is no base64.
"""

from __future__ import annotations

import re
from typing import Any

from checker.release.refusal import Refused, quoted

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_BYTES = frozenset(
    (
        "rawBytes",
        "keyId",
        "signedEntryTimestamp",
        "rootHash",
        "canonicalizedBody",
        "payload",
        "sig",
        "signature",
        "digest",
        "signedTimestamp",
    )
)
"""Fields that hold base64 wherever they stand in a bundle or a trusted root."""


def check_fields(node: Any, what: str, rule: str) -> None:
    """Every name and every field of bytes below a node; raises `Refused`."""
    if isinstance(node, dict):
        for key, value in node.items():
            if "_" in key:
                raise Refused(rule, what, "names such as rawBytes, in one spelling", f"the name {quoted(key)}")
            if key in _BYTES and isinstance(value, str):
                check_base64(value, key, what, rule)
            else:
                check_fields(value, what, rule)
    elif isinstance(node, list):
        for item in node:
            check_fields(item, what, rule)


def check_base64(value: Any, key: str, what: str, rule: str) -> None:
    """Raises `Refused` for what is not base64 to the letter."""
    if not isinstance(value, str) or not _BASE64.fullmatch(value):
        raise Refused(rule, f"{what}, {key}", "base64", quoted(value))
