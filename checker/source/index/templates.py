"""Templates of texts: what a ``%`` or ``{}`` template shows, and how."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"%(?:\((?P<key>[^)]*)\))?[#0\- +]*[\d*]*(?:\.[\d*]+)?[hlL]?(?P<kind>[a-zA-Z%])")
FIELD = re.compile(r"\{(?P<name>[^{}!:]*)(?:!(?P<conversion>[rsa]))?(?::(?P<spec>[^{}]*))?\}")
NUMERIC = frozenset("dioxXeEfFgGc")


def conversions(template: str) -> list[str]:
    """Of a ``%`` template: ``r`` for ``%r``, ``d`` for a number, ``""`` else, a placeholder each."""
    kinds = []
    for match in PLACEHOLDER.finditer(template):
        kind = match["kind"]
        if kind != "%":
            kinds.append("r" if kind in "ra" else "d" if kind in NUMERIC else "")
    return kinds


def placeholder_keys(template: str) -> list[str]:
    """The keys that a ``%`` template takes from a mapping."""
    return [match["key"] for match in PLACEHOLDER.finditer(template) if match["key"]]


def brace_conversions(template: str) -> list[tuple[str, str]]:
    """Of a ``{}`` template: name and ``r``, ``d`` or ``""``, a field each."""
    fields = []
    for match in FIELD.finditer(template.replace("{{", "").replace("}}", "")):
        spec = match["spec"] or ""
        fields.append((match["name"], "r" if match["conversion"] in ("r", "a") else "d" if spec[-1:] in tuple(NUMERIC) else ""))
    return fields
