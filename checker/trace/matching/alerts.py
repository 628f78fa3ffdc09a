"""Which of a project's alert rules match an event, and which of those that do not is the one that was meant for it."""

from __future__ import annotations

from collections.abc import Iterator
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


class Watch(msgspec.Struct, frozen=True):
    """The rules that every event is held against. What does not depend on the event is found once for each rule, not for each event."""

    alerts: tuple[AlertRule, ...] = ()
    texts: tuple[EventText, ...] = ()
    recordings: Recordings = MappingProxyType({})
    sought: dict[str, int] = msgspec.field(default_factory=dict)
    """For how many places of an event the nearest rule was looked for."""
    _asking: dict[str, tuple[Asking, ...]] = msgspec.field(default_factory=dict)
    _speaking: dict[str, AlertRule | None] = msgspec.field(default_factory=dict)

    def asking(self, kind: str) -> tuple[Asking, ...]:
        """What can be held against a measurement (``metric``) or against a record (``line``), in the order of the rules."""
        if not self._asking:
            made = [_asking(alert, _names(alert, self.texts), self.recordings) for alert in self.alerts]
            self._asking["all"] = tuple(made)
            self._asking["metric"] = tuple(one for one in made if one.alert.paused or one.metrics)
            self._asking["line"] = tuple(one for one in made if one.alert.paused or one.searches)
        return self._asking[kind]

    def speaking(self, event: Event) -> AlertRule | None:
        """The first rule that is about such events by its texts, or by the status of answers that it counts, whatever it looks at."""
        if event.name not in self._speaking:
            status = _STATUSES.get(event.name)
            found = (one.alert for one in self.asking("all") if event.name in one.named or _counts_answers(one.alert, status))
            self._speaking[event.name] = next(found, None)
        return self._speaking[event.name]


class Asking(msgspec.Struct, frozen=True):
    """One rule, and what it looks at."""

    alert: AlertRule
    named: frozenset[str]
    """The events that its name and texts speak of."""
    metrics: tuple[Selector, ...] = ()
    logs: tuple[Selector, ...] = ()
    """Of those that look at log lines, the ones that ask for what stands in a line: what counts every line is no rule for an event."""

    @property
    def searches(self) -> bool:
        """Whether it looks at records at all."""
        return bool(self.logs) or self.alert.detection is not None or self.alert.search is not None


def _asking(alert: AlertRule, named: Iterator[str], recordings: Recordings) -> Asking:
    of_trees = alert.language in ("logql", "promql") and alert.tree is not None
    found = list(fed_by(alert.tree, recordings)) if of_trees and alert.tree is not None else []
    metrics = tuple(one for one in found if not one.log) if alert.language == "promql" else ()
    return Asking(alert, frozenset(named), metrics, tuple(one for one in found if one.log and content(one)))


def judged(event: Event, arrival: Arrival | None, watch: Watch) -> list[Judged]:
    """Every rule that can be held against the event, as far as it is about what events say."""
    found = []
    for one in watch.asking("line" if event.metric is None else "metric"):
        match = _match(event, arrival, one)
        if match is not None:
            found.append(Judged(one.alert, match, event.name in one.named))
    return found


def _match(event: Event, arrival: Arrival | None, asking: Asking) -> Match | None:
    alert = asking.alert
    if alert.paused:
        return Match(outcome=False, why="it is paused")
    if event.metric is not None:
        return some([in_prometheus(one, event.metric) for one in asking.metrics]) if asking.metrics else None
    if arrival is None or arrival.line is None:
        return None
    if alert.language == "sigma" and alert.detection is not None:
        return detected(alert.detection, arrival.line)
    if alert.search is not None:
        return _searched(alert, alert.search, arrival)
    if asking.logs and arrival.store in ("loki", ""):
        return some([in_loki(one, arrival, brief=event.name not in asking.named) for one in asking.logs])
    return None


_LOOKED_AT = 300
"""Rules among which the nearest one is looked for."""


_PLACES = 3
"""Places of each event for which it is looked for."""


def nearest(event: Event, arrival: Arrival, watch: Watch) -> Judged | None:
    """The first rule that no event is near enough to be meant by, and of whose conditions some hold all the same."""
    watch.sought[event.name] = watch.sought.get(event.name, 0) + 1
    if watch.sought[event.name] > _PLACES:
        return None
    for one in watch.asking("line")[:_LOOKED_AT]:
        for selector in one.logs if arrival.store in ("loki", "") and not one.alert.paused else ():
            match = in_loki(selector, arrival)
            if match.close and match.outcome is False:
                return Judged(one.alert, match)
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


def _counts_answers(alert: AlertRule, status: str | None) -> bool:
    """Whether some selector counts answers of a status."""
    return status is not None and alert.tree is not None and any(_counts(one, status) for one in feeding(alert.tree))


def _counts(selector: Selector, status: str) -> bool:
    asked = [one for one in selector.matchers if one.label in _STATUS_LABELS and one.op in ("=", "=~")]
    return bool(asked) and all(value_fits(known(status), one, what="the status").outcome for one in asked)


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
