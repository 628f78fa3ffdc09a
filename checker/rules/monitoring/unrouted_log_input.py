"""Nothing takes the records of an input

An input's tag fits no output, records are given a tag that no output wants, a receiver stands in no pipeline, a component forwards to
nothing (`forward_to = []`), or an earlier `<match>` takes everything that a later one wants.

## Why it matters

The shipper reads the file and throws the records away, without a word (CWE-778).

## How to fix it

Let an output's `Match` fit the tag; name the receiver in a pipeline.

## Examples

```python
# file: fluent-bit.yaml
pipeline:
  inputs:
    - name: tail  # expect: the tag auth.log
      path: /var/log/auth.log
      tag: auth.log
      db: /var/lib/fluent-bit/auth.db
  outputs:
    - name: es
      host: logs.shop.net
      tls: on
      match: app.*
```

```python
# file: fluent-bit.yaml
pipeline:
  inputs:
    - name: tail
      path: /var/log/auth.log
      tag: auth.log
      db: /var/lib/fluent-bit/auth.db
  outputs:
    - name: es
      host: logs.shop.net
      tls: on
      match: "*"
```

```python
# file: fluent.conf
<source>
  @type tail
  path /var/log/auth.log
  pos_file /var/lib/fluentd/auth.pos
  tag host.auth
</source>
<match **>
  @type s3
</match>
<match host.auth>  # expect: takes them all
  @type forward
  transport tls
</match>
```

```python
# file: promtail.yaml
clients: []  # expect: goes nowhere
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: shop
    static_configs: [{targets: [localhost], labels: {__path__: /var/log/shop/*.log}}]
```

## See also

`debug-log-output-only`, `undefined-collector-component`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from checker.logconfig.model import Setting
from checker.model import Confidence, Parameters, Severity, Span, Step
from checker.monitoring.model import Collector, Input, Output, Stage
from checker.rule import Message, rule
from checker.rules.monitoring._shippers import joined, less_sure, meets
from checker.rules.monitoring._tags import covers, fits

_TAG = 2
"""Position of the new tag in a rule of rewrite_tag: key, pattern, tag, keep."""


def _new_tag(told: Setting) -> str:
    """The new tag with a star for what is filled in; empty where it is not known."""
    parts = str(told.value or "").split()
    if told.unknown or len(parts) <= _TAG:
        return ""
    words = ["*" if "$" in word or "\u2026" in word else word for word in parts[-2].split(".")]
    return ".".join(words)


@rule(
    "LP630",
    "unrouted-log-input",
    fact=Collector,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
    pci=("10.3.3", "10.7.2"),
)
def unrouted_log_input(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each input whose records nothing takes."""
    if collector.kind in ("vector", "fluentd"):
        yield from (_of_vector if collector.kind == "vector" else _of_fluentd)(collector, project)
    elif collector.kind in ("alloy", "promtail"):
        yield from _of_grafana(collector)
    elif collector.kind == "otel":
        yield from _of_otel(collector)
    elif collector.kind == "fluent-bit" and not collector.partial and collector.outputs and collector.inputs:
        yield from _of_fluent_bit(collector)


def _of_otel(collector: Collector) -> Iterator[Message]:
    used = {edge.source for edge in collector.edges}
    for one in collector.inputs:
        if one.name not in used and one.name:
            used.add(one.name)
            yield Message(f"the receiver {one.name} stands in no pipeline", one.span, confidence=Confidence.MEDIUM)


def _of_fluent_bit(collector: Collector) -> Iterator[Message]:
    """Tags that no output takes, those that a filter gives among them."""
    if any("match_regex" in one.options or "\u2026" in one.match or "${" in one.match for one in collector.outputs):
        return
    if collector.settings.keys() & {"streams_file", "stream_processor"}:
        return  # a stream processor takes tags too
    wanted = [one.match for one in collector.outputs if one.match]
    rules = [(one.match, told) for one in collector.stages if one.action == "rewrite" and (told := one.options.get("rule")) is not None]
    for held in collector.inputs:
        if not held.name or "\u2026" in held.name or any(meets(match, held.name) for match in wanted):
            continue
        if not any(meets(match, held.name) for match, _ in rules):
            yield Message(f"no output takes the records of {held.kind} with the tag {held.name}", held.span)
    for _, told in rules:
        tag = _new_tag(told)
        if tag and not any(meets(match, tag) for match in (*wanted, *(match for match, _ in rules))):
            yield Message(f"records are given the tag {tag}, which no output takes", told.span)


def _of_grafana(collector: Collector) -> Iterator[Message]:
    """Components of Alloy whose records go nowhere; Promtail with no client, which it refuses unless it is given one when it is started."""
    ends = {one.name: one.span for one in collector.endless}
    for name in dict.fromkeys(one.name for one in collector.inputs):
        if name in ends:
            yield Message(f"the records of {name} go nowhere: nothing that they are forwarded to sends them on", ends[name])
    if collector.kind == "promtail":
        told = {"clients": "there is no client, so that what is read goes nowhere", "scrape_configs": "there is no job: nothing is read"}
        yield from (Message(told[key], span, confidence=less_sure(collector) or Confidence.MEDIUM) for key, span in ends.items())


def _of_vector(collector: Collector, project: Any) -> Iterator[Message]:
    """Sources and transforms that are an input of nothing, here or in another file of the folder."""
    if collector.partial:
        return
    used = [edge.source for one in (collector, *joined(collector, project)) for edge in one.edges]
    told: set[str] = set()
    nodes: list[tuple[Input | Stage, str]] = [(one, "source") for one in collector.inputs]
    nodes += [(one, "transform") for one in collector.stages]
    for held, what in nodes:
        taken = any(fnmatchcase(held.name, one) or one.partition(".")[0] == held.name for one in used)
        if not taken and held.name not in told and held.kind not in ("internal_metrics", "host_metrics", "internal_logs"):
            told.add(held.name)
            sure = less_sure(collector) or (Confidence.MEDIUM if what == "transform" else None)
            place = held.options["@component"].span if "@component" in held.options else held.span
            yield Message(f"nothing takes the records of the {what} {held.name}", place, confidence=sure)


def _of_fluentd(collector: Collector, project: Any) -> Iterator[Message]:
    """Tags that no match takes, and matches behind one that takes everything; the first that fits takes a record."""
    if collector.partial or not collector.inputs:
        return
    groups = _matches(collector)
    included = any(one.partial.startswith("it includes") for one in joined(collector, project))
    sure = Confidence.LOW if included else less_sure(collector)
    for held in collector.inputs:
        label = held.options.get("@label")
        if not held.name or label is not None or any(fits(one.match, held.name) for one, scope in groups if not scope):
            continue
        yield Message(f"no match takes the records of {held.kind} with the tag {held.name}", held.span, confidence=sure)
    for number, (one, scope) in enumerate(groups):
        taking = next((other for other, same in groups[:number] if same == scope and covers(other.match, one.match)), None)
        if taking is not None:
            place = Step(_heading(taking), "this match takes all of its records")
            text = f"no record comes to the match {one.match}: the one on line {place.span.line} takes them all"
            yield Message(text, _heading(one), related=(place,), confidence=sure)


def _matches(collector: Collector) -> list[tuple[Output, str]]:
    """One output for each match, with its label, in order."""
    found = {one.options["@scope"].span: (one, str(one.options["@scope"].value)) for one in collector.outputs if "@scope" in one.options}
    return [found[span] for span in sorted(found)]


def _heading(one: Output) -> Span:
    return one.options["@scope"].span
