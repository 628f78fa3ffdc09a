"""Which way an alert takes through a tree of routes, as far as its labels are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from checker.monitoring.expressions.matcher import Matcher
from checker.monitoring.model import Route
from checker.monitoring.patterns import accepts, excludes, implies


class Lost(msgspec.Struct, frozen=True):
    """A route that no alert can reach."""

    route: Route
    by: Route | None
    """The route that takes all of its alerts; ``None`` where the routes above it exclude it."""
    above: Matcher | None = None
    own: Matcher | None = None


def lost(route: Route, above: tuple[Matcher, ...] = ()) -> Iterator[Lost]:
    """Every route below this one that is never reached; what is below such a one is not looked at."""
    if route.unknown:
        return
    wanted = (*above, *route.matchers)
    taken: list[Route] = []
    for child in route.routes:
        if child.unknown:
            yield from lost(child, wanted)
            continue
        clash = _clash(wanted, child.matchers)
        by = next((one for one in taken if covers(one, child, wanted)), None)
        if clash is not None:
            yield Lost(child, None, *clash)
        elif by is not None:
            yield Lost(child, by)
        else:
            yield from lost(child, wanted)
        if child.continues is False:
            taken.append(child)


def _clash(wanted: tuple[Matcher, ...], own: tuple[Matcher, ...]) -> tuple[Matcher, Matcher] | None:
    for number, one in enumerate(own):
        for other in (*wanted, *own[:number]):
            if excludes(one, other):
                return other, one
    return None


def bypassed(route: Route, above: tuple[Matcher, ...] = ()) -> Iterator[tuple[Route, Route]]:
    """Every route with matchers and a receiver of its own that keeps no alert for it, and the one below it that takes them all.

    Alertmanager gives an alert to the receiver of a route only where none of the routes below it takes the alert.
    """
    wanted = (*above, *route.matchers)
    for child in route.routes:
        yield from bypassed(child, wanted)
    if route.unknown or not route.matchers or route.receiver is None or any(one.unknown for one in route.routes):
        return
    by = next((one for one in route.routes if all(any(implies(mine, other) for mine in wanted) for other in one.matchers)), None)
    if by is not None and route.receiver.name not in {one.receiver.name for one in _below(route) if one.receiver is not None}:
        yield route, by


def _below(route: Route) -> Iterator[Route]:
    for one in route.routes:
        yield one
        yield from _below(one)


def covers(earlier: Route, later: Route, above: tuple[Matcher, ...] = ()) -> bool:
    """Whether the earlier route takes every alert that the later one would."""
    known = (*above, *later.matchers)
    return all(any(implies(mine, one) for mine in known) for one in earlier.matchers)


def reached(route: Route, labels: Mapping[str, str | None]) -> tuple[Route, ...] | None:
    """The routes at which an alert ends; ``None`` where that is not certain. A label that is ``None`` is not known, one that is missing may
    come from the target."""
    for child in route.routes:
        matched = _matched(child, labels)
        if matched is None:
            return None
        if matched:
            below = reached(child, labels)
            if below is None or child.continues is None:
                return None
            if child.continues:
                rest = reached(Route(route.span, route.receiver, (), False, route.routes[route.routes.index(child) + 1 :]), labels)
                return None if rest is None else (*below, *(one for one in rest if one.routes or one.matchers))
            return below
    return (route,)


def _matched(route: Route, labels: Mapping[str, str | None]) -> bool | None:
    outcomes = []
    for one in route.matchers:
        if one.label in labels:
            value = labels[one.label]
            outcomes.append(None if value is None else accepts(one, value))
        else:
            outcomes.append(None)
    if False in outcomes:
        return False
    return None if route.unknown or None in outcomes else True


def receiver_of(route: Route, root: Route) -> str:
    """The receiver that a route has, its own or that of the nearest one above; ``""`` where unknown."""

    def search(one: Route, inherited: str) -> str | None:
        name = one.receiver.name if one.receiver is not None else inherited
        if one is route:
            return name
        return next((found for child in one.routes if (found := search(child, name)) is not None), None)

    return search(root, "") or ""
