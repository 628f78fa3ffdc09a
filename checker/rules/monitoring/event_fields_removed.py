"""A shipper removes who did it, or from where

A stage takes a field out of records that says which user, address or host they are about, or parses one field and throws the rest away.

## Why it matters

The event arrives, and nobody can say any more whose it was (CWE-223); rules that group by that field see one group.

## How to fix it

Leave the field in. Where it must not be kept, replace it by a keyed digest, which still tells one from another.

## Examples

```python
# file: fluent-bit.yaml
pipeline:
  inputs: [{name: systemd, tag: host}]
  filters:
    - name: record_modifier
      match: "*"
      remove_key: remote_addr  # expect: remote_addr
  outputs: [{name: es, match: "*", host: logs.shop.net, tls: on}]
```

```python
# file: fluent-bit.yaml
pipeline:
  inputs: [{name: systemd, tag: host}]
  filters:
    - name: record_modifier
      match: "*"
      remove_key: stream
  outputs: [{name: es, match: "*", host: logs.shop.net, tls: on}]
```

## Settings

`fields`: names of fields that say who or from where, in lower case.

## See also

`security-event-dropped-by-shipper`. [CWE-223](https://cwe.mitre.org/data/definitions/223.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.fields import flag
from checker.monitoring.model import Collector, Stage
from checker.rule import Message, rule
from checker.rules.monitoring._shippers import less_sure, meets


@rule(
    "LP633",
    "event-fields-removed",
    fact=Collector,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(223,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.1",),
    pci=("10.2.2",),
    fields=[
        "user", "username", "user_name", "user_id", "userid", "user.id", "user.name", "actor", "principal", "client_ip", "clientip",
        "client.ip", "client.address", "remote_addr", "remote_ip", "src_ip", "source_ip", "source.ip", "source_address", "src", "peer",
        "x_forwarded_for", "_uid", "_audit_loginuid", "_hostname", "_systemd_unit",
    ],
)  # fmt: skip
def event_fields_removed(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each stage that removes such a field, or all that a record had beside the text that it parses."""
    yield from _replaced(collector)
    for stage in collector.stages:
        if stage.action != "remove":
            continue
        for one in stage.fields:
            name = str(one.value or "").strip("$'\"[]").lower()
            if not one.unknown and name in parameters["fields"] and not _decides(name, stage) and not _copied(name, stage, collector):
                yield Message(f"{stage.kind} takes the field {one.value} out of the records", stage.span, confidence=less_sure(collector))
                break


def _replaced(collector: Collector) -> Iterator[Message]:
    """Fluent Bit's `parser` keeps what it reads alone, unless it is told to keep the rest: the journal's fields, the pod's."""
    named = [stage for stage in collector.stages if stage.kind == "kubernetes"]
    for stage in collector.stages if collector.kind == "fluent-bit" else ():
        if stage.kind != "parser" or ("reserve_data" in stage.options and flag(stage.options["reserve_data"], default=False) is not False):
            continue
        key = str(getattr(stage.options.get("key_name"), "value", None) or "")
        journal = any(one.kind == "systemd" and one.name and meets(stage.match, one.name) for one in collector.inputs)
        pods = any(one.span < stage.span and meets(one.match, stage.match) for one in named)
        if key and (journal or pods):
            what = "the unit and the host" if journal else "the pod and its labels"
            text = f"parser keeps of the records only what it reads in {key}, without `Reserve_Data`: {what} are lost"
            yield Message(text, stage.span, confidence=less_sure(collector))


def _decides(field: str, stage: Stage) -> bool:
    """Whether the field's own value is what it is removed for: ``if [src] == "N/A"``."""
    told = (str(one.value) for key, one in stage.options.items() if key.startswith("@if"))
    return any(f"[{field}]" in one.lower().replace("][", ".") for one in told)


def _copied(field: str, stage: Stage, collector: Collector) -> bool:
    """Whether an earlier stage puts the field's value under another name: ``add_field => ["src_ip", "%{clientip}"]``."""
    filled = (f"%{{{field}}}", f"%{{[{field.replace('.', '][')}]}}", f'record["{field}"]', f"record['{field}']", f'attributes["{field}"])')
    for one in collector.stages:
        if one.span >= stage.span or one is stage:
            continue
        for key, told in one.options.items():
            value = str(told.value).lower() if not told.unknown else ""
            if key.lower() == f"copy.{field}" or any(sign in value for sign in filled):
                return True
    return False
