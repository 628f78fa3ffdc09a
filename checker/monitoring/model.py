"""What ships log records and what alerts on them: collectors, alert rules, routes and receivers, each node with its place.

A value is a `Setting`, as in the logging configuration's model: what could not be told stays unknown, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from checker.logconfig.facts import UnreadConfig
from checker.logconfig.model import PRODUCTION, Reference, Setting
from checker.model import Span
from checker.monitoring.expressions.matcher import Matcher
from checker.monitoring.jails import Jail, LogFilter
from checker.monitoring.ruletests import RuleTest

if TYPE_CHECKING:
    from checker.monitoring.expressions.tree import Node
    from checker.monitoring.searches.tree import Search
    from checker.monitoring.sigma import Detection
    from checker.monitoring.syslog import Statement

__all__ = ["FACTS", "AlertRule", "Collector", "Edge", "Endpoint", "Evaluator", "Inhibition", "Input", "Integration", "Output", "Receiver",
           "RecordingRule",
           "Reference", "Route", "Routing", "RuleTest", "Scrape", "Setting", "Stage", "UnreadConfig"]  # fmt: skip


# -- alerts


class AlertRule(msgspec.Struct, frozen=True):
    """One rule that raises an alert."""

    span: Span
    """Of its name."""
    source: str
    """``prometheus``, ``loki``, ``grafana``, ``sigma``, ``elastalert`` or ``elastic`` (Elastic Security)."""
    language: str
    """``promql``, ``logql``, ``sigma``, ``lucene``, ``kuery``; ``""`` where it is none that is read."""
    name: str
    expression: Setting
    """The text."""
    tree: Node | None = None
    """The expression of PromQL or LogQL."""
    detection: Detection | None = None
    """That of Sigma."""
    problem: str = ""
    """Why the expression could not be parsed."""
    group: str = ""
    group_span: Span | None = None
    wait: Setting | None = None
    """``for``: seconds for which it must hold before the alert fires."""
    labels: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    annotations: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    """Their templates stand as they are written."""
    environment: str = PRODUCTION
    paused: bool = False
    templated: bool = False
    """Whether it stands in a template, which may give it more than what is read."""
    every: Setting | None = None
    """Seconds between two evaluations of its group."""
    store: str = ""
    """Where its query is asked, where that is told: the name of Grafana's data source."""
    search: Search | None = None
    """That of ElastAlert and of Elastic Security."""
    query: Node | None = None
    """The expression without the comparison that Grafana makes of its value."""
    otherwise: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    """What becomes of Grafana's rule where its query fails or finds nothing: ``execErrState``, ``noDataState``."""

    resource: bool = False
    """Whether it stands in a resource of Kubernetes or the values of a chart, and in no file of rules."""
    unreduced: tuple[str, Setting] | None = None
    """Name and text of a query of Grafana's whose series the condition is on, where it needs one value."""
    undefined: tuple[Reference, tuple[str, ...]] | None = None
    """The query that Grafana's condition, or an expression on its way, names and that is not there, with those that are."""
    misplaced: tuple[tuple[str, Span], ...] = ()
    """What is wrong with keys of the rule, and where: some that no rule has, and some that stand twice, in a file of rules."""
    unread: Setting | None = None
    """The number of a threshold that stands in a query of Grafana's, where it is not looked at."""

    def silent(self, name: str) -> bool:
        """Whether that is taken as if all were well."""
        held = self.otherwise.get(name)
        return held is not None and not held.unknown and str(held.value).lower() in ("ok", "normal")


class Route(msgspec.Struct, frozen=True):
    """Which alerts go to which receiver."""

    span: Span
    receiver: Reference | None = None
    """``None``: that of the route above."""
    matchers: tuple[Matcher, ...] = ()
    continues: bool | None = False
    """Whether later routes are tried too; ``None`` where unknown."""
    routes: tuple[Route, ...] = ()
    group_by: tuple[str, ...] | None = None
    waits: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    """``group_wait``, ``group_interval`` and ``repeat_interval`` in seconds."""
    mutes: tuple[Reference, ...] = ()
    """Time intervals that mute it, or outside of which it is mute."""
    unknown: str = ""
    """Why its matchers are not all known."""

    def walk(self) -> Iterator[Route]:
        """The route and those below it, in order."""
        yield self
        for route in self.routes:
            yield from route.walk()


class Integration(msgspec.Struct, frozen=True):
    """One way to reach a person: ``slack_configs``."""

    kind: str
    """``slack``, ``email``, ``webhook`` ..."""
    span: Span
    options: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    """By path: ``http_config.basic_auth.password``."""


class Receiver(msgspec.Struct, frozen=True):
    """Who is told."""

    name: str
    span: Span
    integrations: tuple[Integration, ...] = ()
    unknown: str = ""
    """Why it may have others."""
    named: bool = True
    """Whether it names any, be it such as only write to a log."""


class Inhibition(msgspec.Struct, frozen=True):
    """Alerts that are held back while another fires."""

    span: Span
    sources: tuple[Matcher, ...] = ()
    targets: tuple[Matcher, ...] = ()
    equal: tuple[str, ...] = ()
    unknown: str = ""


class Refusal(msgspec.Struct, frozen=True):
    """Why a program does not take its configuration."""

    text: str
    span: Span


class Routing(msgspec.Struct, frozen=True):
    """An Alertmanager's configuration, or Grafana's policies and contact points of one file."""

    span: Span
    kind: str
    """``alertmanager``, ``alertmanager-crd`` (which the operator joins to a whole) or ``grafana``."""
    route: Route | None = None
    receivers: Mapping[str, Receiver] = msgspec.field(default_factory=dict)
    inhibitions: tuple[Inhibition, ...] = ()
    intervals: tuple[str, ...] = ()
    """Names of the time intervals that it defines."""
    settings: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    """Those of the whole, by path."""
    partial: str = ""
    """Why it may hold more than what was read."""
    environment: str = PRODUCTION
    named: tuple[Reference, ...] = ()
    """Receivers that alert rules of Grafana's name themselves."""
    repeated: tuple[Reference, ...] = ()
    """Keys that stand twice in one mapping, and names of receivers that two have; each where it stands the second time."""
    refusals: tuple[Refusal, ...] = ()
    """Why Alertmanager refuses it besides."""


# -- shippers

EVERYWHERE = "0.0.0.0"  # noqa: S104 - it is looked for, nothing is bound to it
"""The address by which all addresses of a machine are listened at."""


class Endpoint(msgspec.Struct, frozen=True):
    """An address that is listened at or sent to."""

    host: Setting | None = None
    port: Setting | None = None
    scheme: str = ""
    """``http``, ``https``, ``tcp``, ``udp`` ...; ``""`` where nothing says so."""
    tls: bool | None = False
    """``None`` where unknown."""
    verified: bool | None = True
    """Whether the other side's certificate is checked; ``None`` where unknown."""
    authenticated: bool | None = False
    span: Span | None = None
    """Of what says how it is protected; else the address's."""


class Input(msgspec.Struct, frozen=True):
    """Where records come in."""

    span: Span
    kind: str
    """The plugin's or component's type: ``tail``."""
    name: str = ""
    """By which others refer to it: a tag, an alias, a component's id."""
    paths: tuple[Setting, ...] = ()
    listens: Endpoint | None = None
    position: Setting | None = None
    """The file that remembers how far it has read."""
    parser: Setting | None = None
    options: Mapping[str, Setting] = msgspec.field(default_factory=dict)


class Stage(msgspec.Struct, frozen=True):
    """What is done to records on the way."""

    span: Span
    kind: str
    """As written: ``grep``, ``match``, ``filter``."""
    action: str
    """``parse``, ``drop``, ``keep``, ``sample``, ``remove``, ``rename``, ``rewrite``, ``redact``, ``label`` or ``other``."""
    match: str = ""
    """Which records it sees; ``""`` for all."""
    fields: tuple[Setting, ...] = ()
    """Fields that it removes or renames; for ``drop`` and ``keep`` the fields that decide."""
    patterns: tuple[Setting, ...] = ()
    """What decides, in the same order: a pattern for each field."""
    negated: bool = False
    rate: Setting | None = None
    """For ``sample``: the share that is kept."""
    options: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    name: str = ""


class Output(msgspec.Struct, frozen=True):
    """Where records leave to."""

    span: Span
    kind: str
    sink: str
    """``remote``, ``file``, ``debug`` (a console, a log), ``null``, ``inner`` (another component) or ``other``."""
    match: str = ""
    target: Endpoint | None = None
    buffer: str = ""
    """``disk``, ``memory``, or ``""`` where that is not known."""
    options: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    name: str = ""


class Edge(msgspec.Struct, frozen=True):
    """Records flow from one node to another; names as in the nodes."""

    source: str
    target: str
    span: Span


class Collector(msgspec.Struct, frozen=True):
    """One shipper's configuration file."""

    span: Span
    kind: str
    """``fluent-bit``, ``promtail``, ``alloy``, ``otel``."""
    inputs: tuple[Input, ...] = ()
    stages: tuple[Stage, ...] = ()
    outputs: tuple[Output, ...] = ()
    edges: tuple[Edge, ...] = ()
    settings: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    """Those of the whole: ``flush``, ``storage.path`` ..."""
    swallowed: tuple[Setting, ...] = ()
    """Values that end in what looks like a comment, where the format knows none there."""
    partial: str = ""
    environment: str = PRODUCTION
    pipelines: Mapping[str, Span] = msgspec.field(default_factory=dict)
    """Those of an OpenTelemetry Collector, which are nodes of `edges`, by name."""
    connectors: frozenset[str] = frozenset()
    """Names of components that join one pipeline to another."""
    undefined: tuple[tuple[str, Reference], ...] = ()
    """Kind and name of what a pipeline names and nothing defines."""
    endless: tuple[Reference, ...] = ()
    """Components of which it is certain that what comes to them goes nowhere, at what says so."""
    program: tuple[Statement, ...] = ()
    """rsyslog's statements in their order."""

    @property
    def nodes(self) -> tuple[Input | Stage | Output, ...]:
        """Inputs, stages and outputs."""
        return (*self.inputs, *self.stages, *self.outputs)


class RecordingRule(msgspec.Struct, frozen=True):
    """A rule that keeps an expression's value under a name of its own. No rule's business."""

    span: Span
    name: str
    environment: str = PRODUCTION
    expression: str = ""
    labels: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    """Those that the rule sets."""


# -- scrapes


class Scrape(msgspec.Struct, frozen=True):
    """One job of a Prometheus configuration, which reads measurements. No rule's business."""

    span: Span
    job: str
    interval: Setting | None = None
    """Seconds."""
    every: Setting | None = None
    """Seconds between two evaluations of rules, where the file says so."""
    targets: tuple[str, ...] = ()
    labels: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    """Those of its targets."""
    open: bool = False
    """Whether targets are discovered or relabelled, so that they may have others."""
    environment: str = PRODUCTION


class Evaluator(msgspec.Struct, frozen=True):
    """A server's configuration that has alert rules evaluated: Prometheus' own, or Loki's ruler."""

    span: Span
    """Of what says that it evaluates rules."""
    kind: str
    """``prometheus`` or ``loki``: the source of the rules."""
    files: tuple[Setting, ...] = ()
    """Patterns of the files of rules, where they are named; of Prometheus none where it evaluates none."""
    managers: tuple[Setting, ...] = ()
    """Addresses of Alertmanagers."""
    discovered: bool = False
    """Whether Alertmanagers are looked for, or something about them is not known."""
    environment: str = PRODUCTION


FACTS = frozenset((AlertRule, Routing, Collector, Evaluator, Jail, LogFilter, RuleTest))
"""The facts that rules are called with."""
