"""Whether the names below `must_log` mean anything: one that means nothing would never ask for a record, and nobody would know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.model import Span
from checker.policy import Effective
from checker.source.facts.outcomes import RequiredFound, RequiredUnknown
from checker.source.ir import Outline

_NEAR = 0.7
_KEY = "vocabulary.must_log"


def unknown(policy: Effective, found: Sequence[RequiredFound], outlines: Iterable[Outline]) -> Iterator[RequiredUnknown]:
    """One fact for each name that means nothing in the whole project; those of paths and libraries have no nearest name."""
    entries = policy.vocabulary.must_log
    if not entries:
        return
    known = {name for one in found for name in one.names}
    wanted = [name for entry in entries for name in (*entry.calls, *entry.routes, *(f"@{name}" for name in entry.decorators))]
    missing = [name for name in dict.fromkeys(wanted) if name not in known]
    functions = list(_functions(outlines)) if missing else []
    _, label, line = policy.origins.get(_KEY, ("", "", 0))
    for name in missing:
        yield RequiredUnknown(Span(label, max(line, 1), 1, max(line, 1), 1), name, _nearest(name, functions))


def _functions(outlines: Iterable[Outline]) -> Iterator[str]:
    """Dotted names of all functions."""
    for outline in outlines:
        module = outline.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        yield from (f"{module}.{name}" for name, _, _ in outline.named() if not outline.test)


def _nearest(name: str, functions: Sequence[str]) -> str:
    """The function whose name is nearest, as the settings would write it."""
    if "/" in name:
        return ""
    bare = name.removeprefix("@").removeprefix("*.")
    size = bare.count(".") + 1
    tails: dict[str, str] = {}
    for function in functions:
        tails.setdefault(".".join(function.split(".")[-size:]), function)
    from difflib import get_close_matches  # most runs find all names

    near = get_close_matches(bare, tails, 1, _NEAR)
    if near:
        return near[0] if size > 1 else f"*.{near[0]}"
    same = [function for function in functions if function.rpartition(".")[2] == bare.rpartition(".")[2]]
    return same[0] if same else ""
