"""An alert's text has a template that cannot be read

`{{ $value | humanizeBytes }}` calls a function that does not exist, `{{ $label.instance }}` names a variable that does not exist, and
`{{ $labels.instance }` is not closed.

## Why it matters

Prometheus and Loki read the templates of a file when they load it, and one that they cannot read is enough: they refuse the whole file, and
none of its alerts fires (CWE-778).

## How to fix it

The message says what is meant; `promtool check rules alerts.yaml` tells before it is installed.

## Examples

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - alert: MemoryHigh
        expr: process_resident_memory_bytes{job="api"} > 1e9
        for: 10m
        annotations:
          summary: The API needs {{ $value | humanizeBytes }}  # expect: it is `humanize1024`
      - alert: ApiDown
        expr: up{job="api"} == 0
        for: 5m
        annotations:
          summary: "{{ $label.instance }} is down"  # expect: there is no variable $label
          description: "{{ $labels.instance } does not answer"  # expect: is not closed
```

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - alert: MemoryHigh
        expr: process_resident_memory_bytes{job="api"} > 1e9
        for: 10m
        annotations:
          summary: The API needs {{ $value | humanize1024 }}B
      - alert: ApiDown
        expr: up{job="api"} == 0
        for: 5m
        annotations:
          summary: "{{ $labels.instance }} is down"
          description: '{{ with query "up" }}{{ . | first | value }}{{ end }} of them'
```

## See also

`refused-alert-setting`, `alert-text-contradicts-expression`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule

_ACTION = re.compile(r"\{\{-?(?P<inside>[^{}]{0,400})(?P<end>\}\}|\}|$|(?=\{\{))")
_OF_AN_ALERT = re.compile(r"\$(?:labels?|value|externalLabels)\b")
"""What only a template of an alert has: other programs fill in files with double braces too."""
_CALLED = re.compile(r"(?:^|\||\()\s*(?P<name>[A-Za-z_]\w*)\b(?!\s*\()")
_VARIABLE = re.compile(r"\$(?P<name>[A-Za-z_]\w*)")
_TEXT = re.compile(r'"(?:\\.|[^"\\])*"')
_VARIABLES = frozenset(("labels", "value", "externalLabels", "externalURL"))
_KNOWN = frozenset(
    ("query", "first", "label", "value", "strvalue", "args", "reReplaceAll", "safeHtml", "match", "title", "toUpper", "toLower",
     "graphLink", "tableLink", "sortByLabel", "stripPort", "stripDomain", "humanize", "humanize1024", "humanizeDuration",
     "humanizePercentage", "humanizeTimestamp", "toTime", "toDuration", "now", "pathPrefix", "externalURL", "parseDuration",
     "urlQueryEscape", "tmpl", "and", "or", "not", "len", "index", "slice", "print", "printf", "println", "html", "js", "urlquery",
     "call", "eq", "ne", "lt", "le", "gt", "ge", "if", "else", "end", "range", "with", "template", "define", "block", "break",
     "continue", "nil", "true", "false", "crlfEscape", "htmlEscape", "jsonEscape", "pathEscape", "queryEscape", "quotesEscape",
     "parseDurationTime", "formatTime", "in", "int")
)  # fmt: skip
"""Functions of Prometheus 3 (template/template.go) and of Go's text/template, and those that vmalert adds."""
_MEANT = {
    "humanizebytes": "it is `humanize1024`", "bytes": "it is `humanize1024`", "humanizeseconds": "it is `humanizeDuration`",
    "duration": "it is `humanizeDuration`", "percentage": "it is `humanizePercentage`", "humanizepercent": "it is `humanizePercentage`",
    "round": 'it is `printf "%.2f"`', "floor": 'it is `printf "%.0f"`', "tofixed": 'it is `printf "%.2f"`', "upper": "it is `toUpper`",
    "lower": "it is `toLower`", "mul": "multiply in the expression", "div": "divide in the expression",
    "mulf": "multiply in the expression", "sub": "subtract in the expression", "add": "add in the expression",
}  # fmt: skip


@rule(
    "LP621",
    "broken-alert-template",
    fact=AlertRule,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.7.2",),
)
def broken_alert_template(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each text whose template its server refuses."""
    if alert.source not in ("prometheus", "loki") or alert.templated:
        return
    sure = Confidence.LOW if alert.environment != PRODUCTION else None
    texts = [one for one in (*alert.annotations.values(), *alert.labels.values()) if isinstance(one.value, str)]
    if not any(_OF_AN_ALERT.search(str(one.value)) for one in texts):
        return
    for told in texts:
        if problem := _problem(str(told.value)):
            yield Message(f"the server refuses the file of the alert {alert.name}: {problem}", told.span, confidence=sure)


def _problem(text: str) -> str:
    """What is wrong with it; a text with a backtick may write braces out."""
    if "{{" not in text or "`" in text or len(text) > 20_000:
        return ""
    declared = {match["name"] for match in re.finditer(r"\$(?P<name>[A-Za-z_]\w*)\s{0,3}(?:,\s{0,3}\$\w+\s{0,3})?:?=", text)}
    declared |= {match["name"] for match in re.finditer(r",\s{0,3}\$(?P<name>[A-Za-z_]\w*)\s{0,3}:=", text)}
    for match in _ACTION.finditer(text):
        inside = _TEXT.sub('""', match["inside"])
        if "$" not in inside or inside.lstrip().startswith("/*"):
            continue
        if match["end"] != "}}":
            return f"`{match[0].strip()[:60]}` is not closed"
        lost = next((one["name"] for one in _VARIABLE.finditer(inside) if one["name"] not in _VARIABLES | declared), None)
        if lost is not None:
            return f"there is no variable ${lost}"
        unknown = next((one["name"] for one in _CALLED.finditer(inside) if one["name"] not in _KNOWN), None)
        if unknown is not None:
            meant = _MEANT.get(unknown.lower(), "")
            return f"there is no function {unknown}" + (f", {meant}" if meant else "")
    return ""
