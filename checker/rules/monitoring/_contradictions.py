"""Whether a claim of an alert's text can be true of its expression."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from checker.monitoring.expressions.quantities import Compared
from checker.monitoring.wording import Claim

_UNITS = {1.0: "second", 60.0: "minute", 3600.0: "hour", 86400.0: "day"}
_SCALES = (
    1, 60, 3600, 86400, 604800, 100, 1000, 1e6, 1e9, 1024, 1024**2, 1024**3, 1024**4, 1e12, 8
)  # fmt: skip

_BUDGETS = 100.5
"""A share that is divided by less than a hundredth is one of an error budget, whose whole is not the requests."""


def near(one: float, other: float) -> bool:
    """Equal but for rounding in a text."""
    return math.isclose(one, other, rel_tol=0.02, abs_tol=1e-9)


def rate(claim: Claim, compared: Iterable[Compared]) -> str:
    """What the expression really says, ``""`` where the claim may be true."""
    known = [one for one in compared if one.quantity.kind in ("rate", "count")]
    if claim.number is None:
        if not known or any(near(_per(one, 1.0), 1.0 / claim.unit) for one in known) or len(known) > 1:
            return ""
        return f"the value is {_called(known[0])}"
    if not known or any(near(one.threshold * _per(one, claim.unit), claim.number) for one in known):
        return ""
    clash = next((one for one in known if near(one.threshold, claim.number)), None)
    if clash is not None:
        return f"it compares {clash.threshold:g} with what is {_called(clash)}"
    units = [unit for unit in _UNITS if unit != claim.unit]
    other = next(((one, unit) for one in known for unit in units if near(one.threshold * _per(one, unit), claim.number)), None)
    return f"what it compares with is {claim.number:g} per {_UNITS[other[1]]}" if other is not None else ""


def _per(one: Compared, unit: float) -> float:
    """By what a threshold must be multiplied to be per ``unit`` seconds."""
    seconds = one.quantity.window if one.quantity.kind == "count" else 1.0
    return unit / (one.quantity.factor * seconds)


def _called(one: Compared) -> str:
    seconds = (one.quantity.window if one.quantity.kind == "count" else 1.0) * one.quantity.factor
    unit = _UNITS.get(seconds)
    return (
        f"per {unit}"
        if unit
        else f"per {_length(seconds).removeprefix('1 ')}"
        if one.quantity.kind == "count"
        else f"{one.quantity.factor:g} times per second"
    )


def _length(seconds: float) -> str:
    for size, name in ((86400, "days"), (3600, "hours"), (60, "minutes")):
        if seconds >= size and seconds % size == 0:
            return f"{seconds / size:g} {name}" if seconds != size else f"1 {name.removesuffix('s')}"
    return f"{seconds:g} seconds"


def percent(claim: Claim, compared: Iterable[Compared], others: Iterable[float]) -> str:
    """The same of a percentage; ``others`` are the numbers of the expression that no share is compared with."""
    compared = list(compared)
    shares = [one for one in compared if one.quantity.kind == "ratio"]
    if claim.number is None:
        of_one = compared and all(one in shares and near(one.quantity.factor, 1) and not one.quantity.named for one in compared)
        return "its value is a share of 1, so that 5 % is shown as 0.05" if of_one else ""
    if any(one.quantity.factor > _BUDGETS for one in shares):
        return ""
    number = claim.number
    if not shares:
        return ""
    means = [one.threshold / one.quantity.factor * 100 for one in shares]
    if any(near(found, number) or near(100 - found, number) or near(found - 100, number) for found in means):  # "50 % more" is 1.5 times
        return ""
    if any(
        near(found, number) or near(found * 100, number) or near(100 - found, number)
        for found in set(others) - {one.threshold for one in shares}
    ):
        return ""
    first, mean = shares[0], means[0]
    unit = "a share of 1" if near(first.quantity.factor, 1) else "a percentage" if near(first.quantity.factor, 100) else "a share"
    return f"it compares {unit} with {first.threshold:g}, which is {mean:g} %"


_LONGER = re.compile(r"\b(?:more than|longer than|at least|over)\b", re.IGNORECASE)


def holds(claim: Claim, durations: set[float], wait: float | None) -> bool:
    """Whether a length of time is passed when the alert fires, though another number stands there: "for more than 5 minutes" after ten."""
    return bool(_LONGER.search(claim.text)) and max(durations, default=0.0) + (wait or 0.0) >= (claim.number or 0.0)


def window(claim: Claim, durations: set[float], numbers: set[float], wait: float | None) -> str:
    """The same of a length of time."""
    waits = {wait} if wait else set()
    allowed = durations | waits | {one + other for one in durations for other in waits}
    allowed |= {abs(number) * scale for number in numbers for scale in (1, 60, 3600, 86400, 0.001)}
    number = claim.number or 0.0
    if not number or any(near(number, one) for one in allowed):
        return ""
    said = sorted(durations)
    parts = [f"looks back {' and '.join(map(_length, said))}"] if said else []
    parts.append(f"waits {_length(wait)}" if wait else "waits for nothing")
    return f"it {' and '.join(parts)}"


def threshold(claim: Claim, compared: list[Compared], numbers: set[float], durations: set[float]) -> str:
    """The same of a plain number."""
    number = claim.number
    if number is None or not compared:
        return ""
    made = {abs(one) for one in numbers}
    made |= {
        value
        for one in compared
        for value in (abs(1 - one.threshold), abs(100 - one.threshold), abs(one.threshold) + 1, abs(one.threshold) - 1)
    }
    scaled = {found for one in made for scale in (*_SCALES, *durations) if scale for found in (one * scale, one / scale)}
    scaled |= {length / scale for length in durations for scale in (1, 60, 3600, 86400)}
    if any(near(number, one) for one in scaled) or any(one.quantity.kind == "ratio" for one in compared):
        return ""
    return "it compares with " + " and ".join(dict.fromkeys(f"{one.threshold:g}" for one in compared))


def days(claim: Claim, compared: list[Compared], names: list[str], numbers: set[float], durations: set[float]) -> str:
    """The same of a number of days, where the metric counts days: ``certificate_expiry_days < 32``."""
    number = claim.number
    told = {length / 86400 for length in durations} | {abs(one) for one in numbers}
    if number is None or len(compared) != 1 or not names or not all(name.endswith("_days") for name in names):
        return ""
    if any(near(number, one) or near(number, one + 1) or near(number, one - 1) for one in told):
        return ""
    return f"it compares days with {compared[0].threshold:g}"


def direction(claim: Claim, compared: list[Compared]) -> str:
    """The same of a text that has the number right and the comparison the wrong way round."""
    number = claim.number
    turned = {"above": ("<", "<="), "below": (">", ">=")}.get(claim.direction)
    if turned is None or number is None or not compared or near(number, 50):  # half is half from both ends
        return ""
    percent = claim.kind == "percent"
    means = [one.threshold / one.quantity.factor * 100 if percent and one.quantity.kind == "ratio" else one.threshold for one in compared]
    if any(one.op not in turned for one in compared) or not all(near(number, one) for one in means):
        return ""
    return f"it asks for what is {'below' if claim.direction == 'above' else 'above'} it: `{compared[0].op} {compared[0].threshold:g}`"


def share(compared: list[Compared], names: list[str], parts: int) -> str:
    """The same of a value that is shown as a hundred times itself with a percent sign."""
    if len(compared) != 1:
        return ""
    one = compared[0]
    if one.quantity.kind in ("rate", "count") and near(one.quantity.factor, 1):
        return "its value is no share: it is " + ("per second" if one.quantity.kind == "rate" else "a number of times")
    plain = len(names) == 1 and not parts and one.quantity.kind in ("", "ratio")
    if plain and one.op in (">", ">=") and one.threshold > 1.5 and not re.search(r"burn|ratio", names[0]):
        return f"its value is compared with {one.threshold:g}, which that shows as {one.threshold * 100:g} %"
    return ""


_IN_SECONDS = re.compile(r"_seconds(?:_bucket|_sum|_max|_total)?$")


def time(claim: Claim, compared: list[Compared], names: list[str], numbers: set[float], lengths: set[float]) -> str:
    """The same of a length of time that a metric measures in seconds: "slower than 500 ms" over ``> 5``."""
    number = claim.number
    if not number or len(compared) != 1 or not names or not all(map(_IN_SECONDS.search, names)):
        return ""
    others = {abs(one) for one in numbers if one}
    allowed = {one * by for one in (*others, compared[0].threshold) for by in (1.0, *others, *(1 / one for one in others))}
    if any(near(number, one) for one in (*allowed, *lengths)):
        return ""
    return f"it compares seconds with {compared[0].threshold:g}"
