"""Nothing takes the records of an input

An input's tag fits no output, records are given a tag that no output wants, or a receiver stands in no pipeline.

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

## See also

`debug-log-output-only`, `undefined-collector-component`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import Setting
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Collector
from checker.rule import Message, rule
from checker.rules.monitoring._shippers import meets

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
    if collector.kind == "otel":
        used = {edge.source for edge in collector.edges}
        for one in collector.inputs:
            if one.name not in used and one.name:
                used.add(one.name)
                yield Message(f"the receiver {one.name} stands in no pipeline", one.span, confidence=Confidence.MEDIUM)
        return
    if collector.kind != "fluent-bit" or collector.partial or not collector.outputs or not collector.inputs:
        return
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
