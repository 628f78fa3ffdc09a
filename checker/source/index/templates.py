"""Templates of texts: what a ``%`` or ``{}`` template shows, and how."""

from __future__ import annotations

from checker import patterns as re
from checker.text import whole

PLACEHOLDER = re.compile(r"%(?:\((?P<key>[^)]{0,200})\))?[#0\- +]{0,9}[\d*]{0,9}(?:\.(?P<shown>[\d*]+))?[hlL]?(?P<kind>[a-zA-Z%])")
FIELD = re.compile(r"\{(?P<name>[^{}!:]*)(?:!(?P<conversion>[rsa]))?(?::(?P<spec>[^{}]*))?\}")
NUMERIC = frozenset("dioxXeEfFgGc")
_SHORT = 8
"""Characters of a secret that may show."""
_BEGINNING = re.compile(r"\.(\d+)s?$")


def conversions(template: str) -> list[str]:
    """Of a ``%`` template: ``r`` for ``%r``, ``d`` for a number, ``s`` for no more than a beginning, ``""`` else, a placeholder each."""
    kinds = []
    for match in PLACEHOLDER.finditer(template):
        kind = match["kind"]
        if kind != "%":
            shown = match["shown"] or ""
            kinds.append("s" if _few(shown) and kind in "rsa" else "r" if kind in "ra" else "d" if kind in NUMERIC else "")
    return kinds


def placeholder_keys(template: str) -> list[str]:
    """The keys that a ``%`` template takes from a mapping."""
    return [match["key"] for match in PLACEHOLDER.finditer(template) if match["key"]]


def brace_conversions(template: str) -> list[tuple[str, str]]:
    """Of a ``{}`` template: name and ``r``, ``d``, ``s`` or ``""`` as in `conversions`, a field each."""
    fields = []
    for match in FIELD.finditer(template.replace("{{", "").replace("}}", "")):
        spec = match["spec"] or ""
        kind = "r" if match["conversion"] in ("r", "a") else "d" if spec[-1:] in tuple(NUMERIC) else ""
        fields.append((match["name"], "s" if begins(spec) else kind))
    return fields


def numbered(fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same fields, those without a name by the number of their argument: ``{.name}`` is ``{0.name}``."""
    return [(f"{number}{name}" if name[:1] in (".", "[") else name, kind) for number, (name, kind) in enumerate(fields)]


def begins(spec: str) -> bool:
    """Whether a field's format shows no more than the first characters: ``{token:.5}``."""
    match = _BEGINNING.search(spec)
    return match is not None and _few(match[1])


def _few(shown: str) -> bool:
    count = whole(shown)
    return count is not None and 0 <= count <= _SHORT
