"""What a policy asks of events, held against traces made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from checker import pipeline
from checker.model import Span
from checker.trace.model import Chain, Event, Hop, Matrix, Metric, Verdict, Way
from checker.trace.shortfalls import allowed, carried, shortfalls
from checker.trace.wanted import Wanted

_KINDS = ("emitted", "logger", "handler", "formatter", "shipper", "sink", "rule", "route", "receiver", "runbook")
_PLACE = Span("shop/accounts.py", 7, 5, 7, 40)


def way(last: str = "runbook", verdict: Verdict = Verdict.OK, seconds: float = 60.0, shown: str = "") -> Way:
    """The hops up to one, which has this verdict; those before it let the event through."""
    kinds = _KINDS[: _KINDS.index(last) + 1]
    made = [Hop(kind, Verdict.OK, kind, f"{kind} goes on", _PLACE, seconds if kind == "rule" else 0.0) for kind in kinds]
    made = [replace(hop, shown=shown) if hop.kind == "formatter" else hop for hop in made]
    return Way((*made[:-1], replace(made[-1], verdict=verdict, why=f"{last} says so")))


def chain(made: Way, *others: Way, event: Event | None = None) -> Chain:
    """A login's chain."""
    return Chain(event or Event("authn_login_fail", _PLACE, "code", function="login"), made, others)


def said(wanted: Wanted, *chains: Chain) -> list[tuple[str, str, str]]:
    """Verdict, what is asked and why."""
    return [(one.verdict.value, one.asked, one.why) for one in shortfalls([wanted], Matrix(chains))]


@pytest.mark.parametrize(
    ("reach", "last", "holds"),
    [
        ("routed", "route", False), ("routed", "receiver", False), ("routed", "runbook", True), ("alerted", "rule", False),
        ("alerted", "route", True), ("shipped", "sink", False), ("shipped", "rule", True), ("written", "formatter", False),
        ("written", "handler", False), ("written", "shipper", True), ("emitted", "logger", True),
    ],
)  # fmt: skip
def test_as_far_as_it_must(reach: str, last: str, holds: bool) -> None:
    """A break before or at the station that is asked for falls short; one behind it does not."""
    found = said(Wanted("authn_login_fail", reach), chain(way(last, Verdict.BROKEN)))
    assert (found == []) is holds
    assert all(verdict == "BROKEN" and why == f"{last} says so" for verdict, _, why in found)


def test_unknown_stays_unknown() -> None:
    """What is not known of a way is not known of what is asked either, also where the way is not followed to the end."""
    assert said(Wanted("authn_login_fail"), chain(way("sink", Verdict.UNKNOWN)))[0][0] == "UNKNOWN"
    assert said(Wanted("authn_login_fail"), chain(way("sink")))[0] == (
        "UNKNOWN", "routed to a receiver", "nothing is known of what comes behind it",
    )  # fmt: skip


def test_one_way_is_enough() -> None:
    """A function that writes a record and counts is fine where one of both gets through; another function's place is its own matter."""
    lost, fine = chain(way("rule", Verdict.BROKEN)), chain(way())
    counted = replace(fine, event=replace(fine.event, metric=Metric("logins_failed_total", "counter")))
    assert said(Wanted("authn_login_fail"), lost, counted) == []
    assert said(Wanted("authn_login_fail"), chain(way("logger", Verdict.BROKEN), way())) == []
    elsewhere = replace(fine, event=replace(fine.event, function="other"))
    assert len(said(Wanted("authn_login_fail"), lost, elsewhere)) == 1


def test_the_way_that_comes_furthest_is_told() -> None:
    """Of several ways that all fall short, the one that comes furthest says why."""
    found = said(Wanted("authn_login_fail"), chain(way("logger", Verdict.BROKEN), way("rule", Verdict.BROKEN)))
    assert found == [("BROKEN", "routed to a receiver", "rule says so")]


def test_what_nothing_emits() -> None:
    """An event that must be there and is not is told at the policy's line, with the nearest name; one that need not is not."""
    always = Wanted("authn_login_fial", always=True, file="logproof.yaml", line=4, column=3)
    (found,) = shortfalls([always], Matrix((chain(way()),)))
    assert (found.span.path, found.span.line) == ("logproof.yaml", 4)
    assert found.why == "nothing in the code emits it; did you mean authn_login_fail"
    assert said(Wanted("session_logout"), chain(way())) == []


@pytest.mark.parametrize(("seconds", "count"), [(60.0, 0), (59.0, 1), (None, 0)])
def test_time(seconds: float | None, count: int) -> None:
    """Somebody is told within the time that is given, or that falls short."""
    assert len(said(Wanted("authn_login_fail", seconds=seconds), chain(way()))) == count


def test_unknown_time() -> None:
    """Where a hop's time is not known, neither is whether it is in time; another way that is in time is enough."""
    open_ = Way(tuple(replace(hop, seconds=None) if hop.kind == "sink" else hop for hop in way().hops))
    assert said(Wanted("authn_login_fail", seconds=900.0), chain(open_)) == [
        ("UNKNOWN", "told within 900 seconds", "how long it takes is not known")
    ]
    assert said(Wanted("authn_login_fail", seconds=900.0), chain(open_, way())) == []


def test_fields() -> None:
    """A field is carried by the record, by ``name=`` in its message, or by a key of the line; others are missing, which is not sure."""
    event = Event("authn_login_fail", _PLACE, "code", template="user=%s refused", fields={"ip": None}, function="login")
    one = chain(way(shown='{"asctime": "t", "request_id": "r"}'), event=event)
    assert carried(one, one.way) == {"user", "ip", "asctime", "request_id"}
    (found,) = shortfalls([Wanted("authn_login_fail", fields=("user", "ip", "request_id", "reason"))], Matrix((one,)))
    assert (found.asked, found.sure) == ("with reason", False)
    assert found.why == "the record has no field reason; it has asctime, ip, request_id, user"


def test_runbook() -> None:
    """A runbook that is asked for must be there; it is asked for only of what must reach somebody."""
    wanted = Wanted("authn_login_fail", runbook=True)
    assert said(wanted, chain(way())) == []
    assert said(wanted, chain(way("runbook", Verdict.BROKEN))) == [("BROKEN", "a runbook", "runbook says so")]
    assert said(wanted, chain(way("receiver"))) == [("BROKEN", "a runbook", "its alert names none")]
    assert said(Wanted("authn_login_fail", "alerted", runbook=True), chain(way("rule"))) == []


def test_the_matrix_knows_the_time() -> None:
    """What the policy gives an event stands with its chain, so that reports tell what is late."""
    made = allowed([Wanted("authn_login_fail", seconds=30.0)], Matrix((chain(way()),)))
    assert (made.chains[0].allowed, made.chains[0].late) == (30.0, True)


def test_a_trace_says_what_the_policy_misses() -> None:
    """What settings ask of an event stands in the trace's notes where it does not hold, and its time with the chain."""
    folder = Path(__file__).resolve().parents[2] / "examples" / "watched"
    matrix = pipeline.trace(pipeline.Request((), str(folder), policies=("monitoring",), cache=False, jobs=1)).matrix
    notes = [note for note in matrix.notes if " asks that " in note]
    assert any("authn_token_reuse is routed to a receiver; it is not: api/security.py:" in note for note in notes)
    assert any("privilege_permissions_changed is routed to a receiver; it is not: api/main.py:" in note for note in notes)
    assert not any("authn_login_fail is" in note for note in notes)
    assert matrix.of("authn_login_fail")[0].allowed == 900.0
