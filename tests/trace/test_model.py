from checker.model import Span
from checker.trace.model import Cell, Chain, Event, Hop, Matrix, Verdict, Way

_PLACE = Span("shop/accounts.py", 7, 5, 7, 40)


def _hop(kind: str, verdict: Verdict = Verdict.OK, seconds: float | None = 0.0) -> Hop:
    return Hop(kind, verdict, kind, "it goes on", _PLACE, seconds)


def _chain(name: str, *hops: Hop, allowed: float | None = None) -> Chain:
    return Chain(Event(name, _PLACE, "code"), Way(hops), allowed=allowed)


def test_one_broken_hop_breaks_a_way() -> None:
    """A way is broken where one hop is, whatever else is unknown, and then nobody is told at any time."""
    way = Way((_hop("emitted"), _hop("logger", Verdict.UNKNOWN), _hop("rule", Verdict.BROKEN)))
    assert way.verdict is Verdict.BROKEN
    assert way.seconds is None


def test_delays_add_up() -> None:
    """The time to the message is the sum of all hops', and unknown as soon as one of them is."""
    assert Way((_hop("shipper", seconds=5), _hop("rule", seconds=60), _hop("route", seconds=30))).seconds == 95
    assert Way((_hop("shipper", seconds=None), _hop("rule", seconds=60))).seconds is None


def test_late_needs_a_limit_and_a_time() -> None:
    """An event is late only where the policy allows less time than the way is known to take."""
    assert _chain("authn_login_fail", _hop("rule", seconds=400), allowed=300).late
    assert not _chain("authn_login_fail", _hop("rule", seconds=400)).late
    assert not _chain("authn_login_fail", _hop("rule", seconds=None), allowed=300).late


def test_the_worst_place_of_an_event_decides() -> None:
    """A row of the matrix shows for each kind of hop the worst of the event's places, and nothing where no way gets there."""
    whole = _chain("authn_login_fail", _hop("emitted"), _hop("logger"), _hop("rule"))
    lost = _chain("authn_login_fail", _hop("emitted"), _hop("logger", Verdict.BROKEN))
    row = next(Matrix((whole, lost)).rows())
    assert row.verdict is Verdict.BROKEN
    assert row.cell("logger") == Cell(Verdict.BROKEN, lost.hops[1], lost)
    assert row.cell("rule") == Cell(Verdict.OK, whole.hops[2], whole)
    assert row.cell("receiver") == Cell(None)
