"""Which of a project's alert rules match an event, and which of those that do not is the one that was meant for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

import msgspec

from checker.monitoring.expressions.tree import Selector
from checker.monitoring.model import AlertRule
from checker.monitoring.searches.tree import Asked, Search
from checker.trace.collecting.arrival import Arrival
from checker.trace.events.naming import by_words
from checker.trace.matching.logql import content
from checker.trace.matching.logql import selected as in_loki
from checker.trace.matching.patterns import value_fits
from checker.trace.matching.promql import feeding
from checker.trace.matching.promql import selected as in_prometheus
from checker.trace.matching.recorded import Recordings, fed_by
from checker.trace.matching.search import searched
from checker.trace.matching.sigma import detected
from checker.trace.model import Event
from checker.trace.wording import Match, known, some
from checker.vocabulary import EventText


class Judged(msgspec.Struct, frozen=True):
    """One rule and what it makes of an event."""

    alert: AlertRule
    match: Match
    meant: bool = False
    """Whether its name and texts speak of the event."""


def judged(
    event: Event,
    arrival: Arrival | None,
    alerts: Sequence[AlertRule],
    texts: tuple[EventText, ...],
    recordings: Recordings = MappingProxyType({}),
) -> list[Judged]:
    """Every rule that can be held against the event, as far as it is about what events say."""
    found = []
    for alert in alerts:
        match = _match(event, arrival, alert, recordings)
        if match is not None:
            found.append(Judged(alert, match, _meant(alert, event, texts)))
    return found


def _match(event: Event, arrival: Arrival | None, alert: AlertRule, recordings: Recordings) -> Match | None:
    if alert.paused:
        return Match(outcome=False, why="it is paused")
    if event.metric is not None:
        if alert.language != "promql" or alert.tree is None:
            return None
        found = [in_prometheus(one, event.metric) for one in fed_by(alert.tree, recordings) if not one.log]
        return some(found) if found else None
    if arrival is None or arrival.line is None:
        return None
    if alert.language == "sigma" and alert.detection is not None:
        return detected(alert.detection, arrival.line)
    if alert.search is not None:
        return _searched(alert, alert.search, arrival)
    if alert.language in ("logql", "promql") and alert.tree is not None:
        if arrival.store not in ("loki", ""):
            return None
        return _logql(arrival, [one for one in fed_by(alert.tree, recordings) if one.log])
    return None


_SEARCHED_STORES = frozenset(("elasticsearch", "opensearch", ""))
_FIRING = frozenset(("any", "frequency", "spike", "blacklist", "whitelist"))
"""Types of ElastAlert's rules that alert on what they find; ``flatline`` alerts where there is nothing."""


def _searched(alert: AlertRule, search: Search, arrival: Arrival) -> Match | None:
    silence = search.kind == "flatline" or (search.kind == "spike" and search.direction == "down")
    if arrival.store not in _SEARCHED_STORES or silence or search.query == Asked("all"):
        return None
    found = searched(search, alert.group, arrival)
    if found.outcome and search.kind not in _FIRING:
        return Match(outcome=None, why=f"it finds the record, and whether {search.kind} then alerts is not followed")
    return found


def _logql(arrival: Arrival, selectors: list[Selector]) -> Match | None:
    """What counts every line of a stream is no rule for an event."""
    telling = [one for one in selectors if content(one)]
    return some(in_loki(one, arrival) for one in telling) if telling else None


_STATUSES = {
    "authn_login_fail": "401", "authn_login_fail_max": "429", "authz_fail": "403", "malicious_csrf": "403", "sys_crash": "500",
    "excess_rate_limit_exceeded": "429",
}  # fmt: skip
"""With which status a web service answers where the event happens."""
_STATUS_LABELS = frozenset(
    ("status", "status_code", "code", "http_status", "http_status_code", "http_response_status_code", "response_code")
)


def understood(alert: AlertRule) -> bool:
    """Whether what a rule looks for could be read."""
    return alert.tree is not None or alert.detection is not None or alert.search is not None


def speaks_of(alert: AlertRule, event: Event, texts: tuple[EventText, ...]) -> bool:
    """Whether a rule is about such events by its texts, or by the status of answers that it counts, whatever it looks at."""
    return _meant(alert, event, texts) or (alert.tree is not None and any(_counts_answers(one, event) for one in feeding(alert.tree)))


def _counts_answers(selector: Selector, event: Event) -> bool:
    status = _STATUSES.get(event.name)
    asked = [one for one in selector.matchers if one.label in _STATUS_LABELS and one.op in ("=", "=~")]
    return status is not None and bool(asked) and all(value_fits(known(status), one, what="the status").outcome for one in asked)


def _meant(alert: AlertRule, event: Event, texts: tuple[EventText, ...]) -> bool:
    return any(event.name == name for name in _names(alert, texts))


def _names(alert: AlertRule, texts: tuple[EventText, ...]) -> Iterator[str]:
    """The events that a rule's name, its summary and its description speak of."""
    told = [
        alert.name,
        *(str(one.value) for key, one in alert.annotations.items() if key in ("summary", "description", "title", "message")),
    ]
    for text in told:
        name = by_words(text, texts)
        if name:
            yield name
            if name == "authn_login_fail_max":
                yield "authn_login_fail"
