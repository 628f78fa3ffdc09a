"""What is meant by a word that should name a rule and names none; and where settings name rules, also such that are wrong elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checker import patterns as re
from checker.policy.document import Path, did_you_mean

LONGEST_FAMILY = 4
"""Characters of the beginning of a code that stands for all that begin so: ``LP10``."""
LIST = "`logproof rule --all` lists the rules"
_FAMILY = re.compile(r"(?P<known>LP\d{0,2})(?P<rest>[Xx*_?.]{0,3})$", re.IGNORECASE)
_CODE = re.compile(r"(?P<family>LP\d)\d+$", re.IGNORECASE)


def hint(word: str, codes: Mapping[str, str], *, families: bool = False) -> str:
    """What to write instead, ``""`` where nothing is near; ``codes`` gives the names, ``families`` says whether the beginning of a code
    may stand there for all below it."""
    family = _FAMILY.match(word)
    if family is not None and _below(family["known"], codes):
        known = family["known"].upper()
        if families and family["rest"]:
            return f"did you mean `{known}`, all rules whose codes begin so?"
        first = _below(known, codes)[0]
        return f"name each rule, such as `{codes[first]}` ({first})"
    code = _CODE.match(word)
    if code is not None:
        known = code["family"].upper()
        below = _below(known, codes)
        return f"those of {known} are {below[0]} to {below[-1]}" if below else f"codes begin with {_heads(codes)}"
    if family is not None:
        return f"codes begin with {_heads(codes)}"
    return did_you_mean(word, [*codes.values(), *codes]) or ""


def _below(family: str, codes: Iterable[str]) -> list[str]:
    return sorted(code for code in codes if code.startswith(family.upper()) and len(family) > len("LP"))


def _heads(codes: Iterable[str]) -> str:
    return ", ".join(sorted({code[:3] for code in codes}))


def references(value: Any) -> Iterator[tuple[str, Path, bool, bool]]:
    """Every word of plain settings that should name rules: the word, its path, whether it is a key, whether a family may stand there."""
    if not isinstance(value, dict):
        return
    for key in ("select", "ignore"):
        yield from ((word, (key, number), False, True) for number, word in _words(value.get(key)))
    yield from ((word, ("rules", word), True, False) for word in _mapping(value.get("rules")) if isinstance(word, str) and word.strip())
    for glob, listed in _mapping(value.get("per-file-ignores")).items():
        yield from ((word, ("per-file-ignores", glob, number), False, False) for number, word in _words(listed))
    waivers = value.get("waivers")
    for number, table in enumerate(waivers if isinstance(waivers, list) else ()):
        word = _mapping(table).get("rule")
        if isinstance(word, str) and word.strip():
            yield word, ("waivers", number, "rule"), False, False


def _words(value: Any) -> Iterator[tuple[int, str]]:
    items = value if isinstance(value, list) else ()
    return ((number, word) for number, word in enumerate(items) if isinstance(word, str) and word.strip())


def _mapping(value: Any) -> dict[Any, Any]:
    return value if isinstance(value, dict) else {}
