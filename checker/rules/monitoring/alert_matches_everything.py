"""An alert rule matches every event

A LogQL selector that any stream fits, with nothing that looks at the lines; a Sigma condition that every event meets; an expression of
PromQL that has a value as long as the thing exists: compared with nothing, by `bool`, or with what every value is above; a rule of Grafana
whose condition is the query itself, with a threshold in the query, where it is not looked at.

## Why it matters

An alarm for everything is an alarm for nothing: it is silenced on the second day, and what it was for goes with it (CWE-779).

## How to fix it

Say what is looked for: a stream and a line filter, or a selection in the condition.

## Examples

```python
# file: alerts.yaml
groups:
  - name: logs
    rules:
      - alert: SomethingHappened
        expr: sum(count_over_time({job=~".+"}[5m])) > 0  # expect: every line
```

```python
# file: alerts.yaml
groups:
  - name: logs
    rules:
      - alert: LoginRefused
        expr: sum(count_over_time({job=~".+"} |= "login refused" [5m])) > 0
      - alert: TooMuchLog
        expr: sum(rate({job=~".+"}[5m])) > 5000
```

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - alert: ApiDown
        expr: up{job="api"} == bool 0  # expect: both are values
      - alert: ErrorsCounted
        expr: rate(shop_errors_total[5m]) >= 0  # expect: at least 0
      - alert: WorkersStuck
        expr: count(shop_worker_busy{pool="mail"}) > 0  # expect: whatever their values
      - alert: Refusals
        expr: increase(shop_refused_total[5m])  # expect: compared with nothing
      - alert: WorkersBusy
        expr: count(shop_worker_busy{pool="mail"} == 1) > 0
```

## See also

`alert-cannot-fire`, `duplicate-alert`. [CWE-779](https://cwe.mitre.org/data/definitions/779.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.alerts import BEATING
from checker.monitoring.always import always, for_ever, of_itself
from checker.monitoring.expressions.matcher import Matcher
from checker.monitoring.expressions.quantities import comparisons
from checker.monitoring.expressions.tree import Binary, Selector, Subquery, selectors
from checker.monitoring.model import AlertRule
from checker.monitoring.sigma import Detection
from checker.rule import Message, rule

_READING = frozenset(("json", "logfmt", "unpack", "decolorize", "line_format", "label_format", "drop", "keep"))
_LEAST = 1.0
_LEVELS = re.compile(r"(?:\(\?i\))?[\W_]*(?:(?:err(?:or)?|warn(?:ing)?|info|debug|exception|fail(?:ed|ure)?)s?[\W_]*)+", re.IGNORECASE)
"""What lines of any program hold every day: an error of one of them is no alarm of all."""


@rule(
    "LP608",
    "alert-matches-everything",
    fact=AlertRule,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(779,),
    owasp=("A09:2021", "A09:2025"),
)
def alert_matches_everything(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a rule that nothing escapes."""
    if alert.detection is not None and alert.detection.everything:
        yield Message(f"the rule {alert.name} matches every event of its source", alert.expression.span)
    elif alert.detection is not None and (word := _word(alert.detection)):
        text = f"the rule {alert.name} matches whatever line of its source has {word!r}"
        yield Message(text, alert.expression.span, confidence=Confidence.MEDIUM)
    if alert.unread is not None and not alert.unread.unknown:
        text = f"the threshold {alert.unread.value} stands in its query, where Grafana does not look"
        yield Message(f"the alert {alert.name} fires for every value but 0: {text}", alert.unread.span)
        return
    if alert.tree is None:
        return
    if alert.language != "logql":
        yield from _ever(alert)
        return
    found = list(selectors(alert.tree))
    compared = list(comparisons(alert.tree))
    low = all(one.op in (">", ">=", "!=") and one.threshold <= _LEAST for one in compared)
    if not found or not low or not all(one.log and all(map(_is_open, one.matchers)) for one in found):
        return
    if all(map(_takes_all, found)):
        yield Message(f"the alert {alert.name} fires for every line of every stream", alert.expression.span)
    elif len(found) == 1 and all(one.quantity.kind != "rate" or not one.threshold for one in compared) and (word := _level(found[0])):
        text = f"the alert {alert.name} fires for a single line with {word!r} of whatever stream"
        yield Message(text, alert.expression.span, confidence=Confidence.MEDIUM)


def _ever(alert: AlertRule) -> Iterator[Message]:
    """An alert that fires all the time on purpose is told by its name."""
    if alert.tree is None or BEATING.search(alert.name) or (alert.source == "grafana" and not isinstance(alert.tree, Binary)):
        return
    if isinstance(alert.tree, Subquery) or (isinstance(alert.tree, Selector) and alert.tree.range is not None):
        return  # a range, which Prometheus refuses
    divided = of_itself(alert.tree)
    if divided:
        text = (
            f"the alert {alert.name} fires for a single one: each series of `{divided}` is divided by itself, so that the share is always 1"
        )
        yield Message(text, alert.expression.span)
        return
    found, lasting = always(alert.tree), for_ever(alert.tree)
    if found is not None:
        yield Message(f"the alert {alert.name} always fires: {found.text}", alert.expression.span, confidence=found.confidence)
    elif lasting is not None:
        yield Message(f"the alert {alert.name} fires for ever: {lasting.text}", alert.expression.span, confidence=lasting.confidence)


def _word(detection: Detection) -> str:
    """The word of a level, where that is all that a rule of Sigma asks for."""
    chosen = detection.condition
    held = detection.selections.get(chosen.name) if chosen is not None and chosen.op == "name" else None
    tests = [test for alternative in held.alternatives for test in alternative] if held is not None else []
    values = [str(value) for test in tests for value in test.values]
    return values[0] if values and not any(test.field for test in tests) and all(map(_LEVELS.fullmatch, values)) else ""


def _takes_all(selector: Selector) -> bool:
    """Whether no stage leaves anything out."""
    return all(stage.kind in _READING or set(stage.texts) == {""} for stage in selector.stages)


def _level(selector: Selector) -> str:
    """The word of a level, where that is all that lines are asked for."""
    asked = [stage for stage in selector.stages if stage.kind not in _READING]
    texts = asked[0].texts if len(asked) == 1 and asked[0].kind in ("|=", "|~") else ()
    return texts[0] if len(texts) == 1 and _LEVELS.fullmatch(texts[0]) else ""


def _is_open(matcher: Matcher) -> bool:
    return not matcher.unknown and (
        (matcher.op == "=~" and matcher.value in (".*", ".+", "(.*)", "(.+)")) or (matcher.op == "!=" and not matcher.value)
    )
