"""Which rules serve a requirement, and what each of them looks at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.logconfig.facts import ConfiguredFormatter, ConfiguredHandler, ConfiguredLogger, LogSetup
from checker.logconfig.model import LogPipeline
from checker.logconfig.surroundings import ContainerLog, LogVolume
from checker.model import Confidence, Span
from checker.monitoring.model import AlertRule, Collector, Routing
from checker.policy.effective import Requirement
from checker.policy.subjects import EVENTS
from checker.rule import Rule, kind
from checker.source.facts.errors import CaughtError
from checker.source.facts.outcomes import AuthOutcome, RequiredOutcome
from checker.source.facts.records import LogCall

_SUBJECTS = {
    kind(LogCall): "log-calls",
    kind(CaughtError): "error-handlers",
    kind(RequiredOutcome): "must-log",
    kind(LogPipeline): "log-configurations",
    kind(ConfiguredLogger): "log-configurations",
    kind(ConfiguredHandler): "log-handlers",
    kind(ConfiguredFormatter): "log-formats",
    kind(ContainerLog): "container-logs",
    kind(LogVolume): "log-volumes",
    kind(AlertRule): "alert-rules",
    kind(Collector): "shippers",
    kind(Routing): "alert-routes",
}
_EACH = frozenset(map(kind, (AuthOutcome, RequiredOutcome, LogCall, CaughtError)))
_SOURCE = "checker.source.facts."
_ALL = "modules"
"""What a rule looks at that finds something out of the ordinary, wherever that may stand."""
_KINDS = ("deny", "fail", "grant", "change", "hook")


def named(rule: Rule) -> list[str]:
    """The requirements that a rule's metadata name, each with the name of its standard."""
    return [
        *(f"CWE-{number}" for number in rule.cwe),
        *(f"OWASP {item}" for item in rule.owasp),
        *(f"ASVS {item}" for item in rule.asvs),
        *(f"PCI DSS {item}" for item in rule.pci),
    ]


def serving(requirement: Requirement, rules: Sequence[Rule]) -> list[Rule]:
    """The rules whose metadata name the requirement, and those that the pack names; in the order of ``rules``."""
    return [rule for rule in rules if rule.name in requirement.rules or requirement.id in named(rule)]


def judges_each(rule: Rule) -> bool:
    """Whether a rule judges everything of what `looks_at` names; one about handlers may be for files alone."""
    return rule.about in _EACH


def looks_at(rule: Rule) -> tuple[str, ...]:
    """Names of `checker.policy.subjects`; none where nothing tells that there was anything to look at."""
    if rule.about == kind(AuthOutcome):
        return _events(rule)
    if rule.about in _SUBJECTS:
        return (_SUBJECTS[rule.about],)
    return (_ALL,) if rule.about.startswith(_SOURCE) or rule.about == kind(LogSetup) else ()


def _events(rule: Rule) -> tuple[str, ...]:
    """The events that a rule about outcomes speaks of: it is asked about one of each."""

    def speaks(event: str) -> Iterator[bool]:
        for way in _KINDS:
            outcome = AuthOutcome(Span("", 1, 1, 1, 1), "f", event, way, "", Confidence.HIGH)
            yield any(True for _ in rule.check(outcome, None, rule.defaults))

    return tuple(event for event in EVENTS if any(speaks(event)))
