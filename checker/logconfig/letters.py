"""Whether a word is another one misspelt."""

from __future__ import annotations

_LONG_PART, _SHORTEST = 8, 4


def resembles(given: str, right: str) -> bool:
    """Whether a part is another one misspelt: in one letter, in two of a long part, or by capitals alone."""
    if given.lower() == right.lower():
        return True
    most = 2 if len(right) >= _LONG_PART else 1
    if abs(len(given) - len(right)) > most or min(len(given), len(right)) < _SHORTEST:
        return False
    return _distance(given, right) <= most


def _distance(one: str, two: str) -> int:
    """How many letters have to be put in, left out, replaced, or exchanged with the next."""
    before, row = list[int](), list(range(len(two) + 1))
    for at, letter in enumerate(one, 1):
        older, before, row = before, row, [at]
        for to, other in enumerate(two, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == two[to - 2] and one[at - 2] == other:
                cost = min(cost, older[to - 2] + 1)
            row.append(cost)
    return row[-1]
