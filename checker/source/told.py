"""All facts that the join gives: of each module on its own, and of all together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import msgspec
from msgspec.structs import replace

from checker.model import Step
from checker.source.audit.helpers import suggested
from checker.source.facts.errors import AnsweredError, CaughtError, LostOutcome, PassedOver
from checker.source.facts.events import Emission, FrameworkSeen, MetricCounted, MetricMade
from checker.source.facts.outcomes import AuthOutcome, HelperCall, RecordedOutcome, RequiredFound, RequiredOutcome, Scope
from checker.source.facts.records import (
    LogCall,
    LoggerMade,
    RaiseText,
    Record,
    RepeatedRecord,
    ResponseCall,
    SetupCall,
    Unfollowed,
    UnmarkedOption,
)
from checker.source.facts.security import LoginWired, OutboundRequest, RefusedTarget, SessionAnomaly, ThinRecord
from checker.source.written.links import MOST_PLACES, Sites

_WRONG = (
    "setups", "options", "repeated", "outcomes", "required", "wired", "sent", "refused", "anomalies", "thin", "lost", "answered", "passed",
)  # fmt: skip
"""Those of `Told` of which most are wrong."""


class Handed(msgspec.Struct, frozen=True):
    """A place of one module where a caught exception's text is written, or sent to a client."""

    path: str
    """Of the ``raise``: its file, function and position there."""
    function: int
    position: int
    step: Step


class Told(msgspec.Struct, frozen=True):
    """All facts that one module gives, on its own."""

    logs: tuple[LogCall, ...] = ()
    responses: tuple[ResponseCall, ...] = ()
    raises: tuple[tuple[int, int, RaiseText], ...] = ()
    """Function and position, and the fact but for where its text goes, which other modules know."""
    setups: tuple[SetupCall, ...] = ()
    options: tuple[UnmarkedOption, ...] = ()
    records: tuple[Record, ...] = ()
    made: tuple[LoggerMade, ...] = ()
    repeated: tuple[RepeatedRecord, ...] = ()
    outcomes: tuple[AuthOutcome, ...] = ()
    recorded: tuple[RecordedOutcome, ...] = ()
    helpers: tuple[HelperCall, ...] = ()
    scope: Scope | None = None
    required: tuple[RequiredOutcome, ...] = ()
    meant: tuple[str, ...] = ()
    """Names of the settings' `must_log` that mean something here."""
    wired: tuple[LoginWired, ...] = ()
    sent: tuple[OutboundRequest, ...] = ()
    refused: tuple[RefusedTarget, ...] = ()
    anomalies: tuple[SessionAnomaly, ...] = ()
    thin: tuple[ThinRecord, ...] = ()
    caught: tuple[CaughtError, ...] = ()
    lost: tuple[LostOutcome, ...] = ()
    answered: tuple[AnsweredError, ...] = ()
    passed: tuple[PassedOver, ...] = ()
    emitted: tuple[Emission, ...] = ()
    metrics: tuple[MetricMade, ...] = ()
    counted: tuple[MetricCounted, ...] = ()
    seen: tuple[FrameworkSeen, ...] = ()
    logged: tuple[Handed, ...] = ()
    shown: tuple[Handed, ...] = ()
    beyond: tuple[str, ...] = ()
    """What was given up at its bound."""


class Slight(msgspec.Struct, frozen=True):
    """What is asked of a module of which no other fact is wanted; see `Told`. To read no more takes a quarter of the time."""

    helpers: tuple[HelperCall, ...] = ()
    meant: tuple[str, ...] = ()
    logged: tuple[Handed, ...] = ()
    shown: tuple[Handed, ...] = ()
    beyond: tuple[str, ...] = ()


def handed(sites: Sites) -> tuple[Handed, ...]:
    """The places, in plain data."""
    return tuple(Handed(*fn.key, position, step) for (fn, position), steps in sites.items() for step in steps)


def is_louder(before: Told, after: Told) -> bool:
    """Whether a rule is likely to say more: there are more values that may leak, or more facts of a type that tells of something wrong."""
    pairs = ((getattr(before, name), getattr(after, name)) for name in _WRONG)
    return _leaks(after) > _leaks(before) or any(len(new) > len(old) for old, new in pairs)


def _leaks(told: Told) -> int:
    written: tuple[LogCall | ResponseCall | RaiseText, ...] = (*told.logs, *told.responses, *(raised for _, _, raised in told.raises))
    return sum(bool(argument.origins) for one in written for argument in one.arguments)


def together(every: Mapping[str, Told | Slight]) -> Iterator[Any]:
    """Every fact of a project, given those of each file in the files' order; sorted by place within each type, but for raises.

    Of a file of which little is given, only which required names it means and what was given up there.
    """
    told = {path: one for path, one in every.items() if isinstance(one, Told)}
    yield from sorted((fact for one in told.values() for fact in one.logs), key=lambda fact: fact.span)
    yield from sorted((fact for one in told.values() for fact in one.responses), key=lambda fact: fact.span)
    logged, shown = _places(one.logged for one in every.values()), _places(one.shown for one in every.values())
    for path, one in told.items():
        for function, position, fact in one.raises:
            site = (path, function, position)
            yield replace(fact, logged=tuple(logged.get(site, ())), shown=tuple(shown.get(site, ())))
    helpers: dict[str, list[HelperCall]] = {}
    for call in chain.from_iterable(one.helpers for one in every.values()):
        helpers.setdefault(call.event, []).append(call)
    for path, each in every.items():
        if isinstance(each, Told):
            yield from _own(each, helpers)
        if each.meant:
            yield RequiredFound(path, each.meant)
        yield from (Unfollowed(path, what) for what in each.beyond)


def _own(one: Told, helpers: Mapping[str, list[HelperCall]]) -> Iterator[Any]:
    """The facts that a module tells by itself, in its own order."""
    yield from one.setups
    yield from one.options
    yield from one.records
    yield from one.made
    yield from one.repeated
    yield from suggested(one.outcomes, one.scope, helpers)
    yield from one.recorded
    yield from one.required
    yield from one.wired
    yield from one.sent
    yield from one.refused
    yield from one.anomalies
    yield from one.thin
    yield from one.caught
    yield from one.lost
    yield from one.answered
    yield from one.passed
    yield from one.emitted
    yield from one.metrics
    yield from one.counted
    yield from one.seen


def _places(handed: Iterable[Iterable[Handed]]) -> dict[tuple[str, int, int], list[Step]]:
    """The first few for each ``raise``."""
    found: dict[tuple[str, int, int], list[Step]] = {}
    for one in chain.from_iterable(handed):
        steps = found.setdefault((one.path, one.function, one.position), [])
        if len(steps) < MOST_PLACES and one.step not in steps:
            steps.append(one.step)
    return found
