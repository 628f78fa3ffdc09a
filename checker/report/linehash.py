"""GitHub's ``primaryLocationLineHash``, bit for bit as its ``codeql-action/upload-sarif`` computes it (``src/fingerprints.ts`` there).

Of each line: the next hundred UTF-16 units from its first on, blanks and tabs left out and every line end a LF, taken as a number in
base 37 modulo 2**64; the file's end counts as one unit 65535 and is padded with zeros. A colon and the count of equal hashes so far follow.
"""

from __future__ import annotations

import struct
from collections import Counter
from functools import lru_cache

_BLOCK = 100
_POWERS = tuple(pow(37, _BLOCK - 1 - place, 1 << 64) for place in range(_BLOCK))
_END = 0xFFFF


@lru_cache(maxsize=8)
def line_hashes(text: str) -> tuple[str, ...]:
    """The hash of every line, as ``c129715d7a2bc9a3:1``."""
    folded = text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
    encoded = folded.encode("utf-16-le", "surrogatepass")
    units = (*struct.unpack(f"<{len(encoded) // 2}H", encoded), _END)
    starts = (0, *(place + 1 for place, unit in enumerate(units) if unit == 10))
    seen: Counter[int] = Counter()
    hashes = []
    for start in starts:
        value = sum(unit * power for unit, power in zip(units[start : start + _BLOCK], _POWERS, strict=False)) % (1 << 64)
        seen[value] += 1
        hashes.append(f"{value:x}:{seen[value]}")
    return tuple(hashes)
