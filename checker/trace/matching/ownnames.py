"""Metrics that are called like the project's own, and that its code never makes."""

from __future__ import annotations

import re

from checker.trace.evidence import Evidence

_ENDS = re.compile(r"_(?:bucket|count|sum|created|total|info)$")
_FEW, _SHORTEST = 3, 4
"""So many metrics of one beginning, of so many letters at least, make a name of the project's own."""
_LARGEST = 40_000_000
"""Bytes of Python that are searched for a name."""


class OwnNames:
    """Looks a name up in the project's code, which is read only where a rule asks for a metric that nothing makes."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        made = {one.name for one in evidence.metrics}
        begun = [name.partition("_")[0] for name in made if "_" in name]
        self._beginnings = {one: begun.count(one) for one in begun if len(one) >= _SHORTEST and begun.count(one) >= _FEW}
        self._code: bytes | None = None

    def missing(self, name: str) -> str:
        """Why nothing feeds a metric: it begins like the project's own, and neither it nor its rest stands in the code; else ``""``."""
        beginning, _, rest = name.partition("_")
        if beginning not in self._beginnings or not rest:
            return ""
        stem, ending = _ENDS.sub("", name), _ENDS.sub("", rest)
        code = self._read()
        if not code or stem.encode() in code or re.search(rb"[\"'_]" + re.escape(ending.encode()) + rb"(?:_\w+)?[\"']", code):
            return ""
        return f"no code of the project exposes {name}, though it makes {self._beginnings[beginning]} metrics that begin with {beginning}_"

    def _read(self) -> bytes:
        """All of the code, empty where it is too much."""
        if self._code is None:
            parts: list[bytes] = []
            size = 0
            for path in sorted(self._evidence.sources.paths):
                data = self._evidence.sources.content(path) or b""
                size += len(data)
                if size > _LARGEST:
                    parts = []
                    break
                parts.append(data)
            self._code = b"\n".join(parts)
        return self._code
