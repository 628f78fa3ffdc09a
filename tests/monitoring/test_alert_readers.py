"""Files of alert rules and routes become facts with their places, wherever they stand."""

from __future__ import annotations

from checker.monitoring.model import AlertRule, Routing, RuleTest
from checker.monitoring.sigma import used
from tests.monitoring.reading import facts_of

_RULES = """\
groups:
  - name: auth
    labels: {team: shop}
    rules:
      - record: job:failures:rate5m
        expr: sum(rate(login_failures_total[5m]))
      - alert: Guessing
        expr: |
          sum by (ip) (rate({app="auth"} |= "login failed" [5m]))
            > 10
        for: 10m
        labels:
          severity: '{{ if gt $value 5.0 }}critical{{ else }}warning{{ end }}'
        annotations:
          summary: "{{ $labels.ip }} guesses"
"""


def _alert(text: str, name: str = "rules.yaml") -> AlertRule:
    (found,) = [one for one in facts_of(name, text) if isinstance(one, AlertRule)]
    return found


def test_a_rule_file_gives_its_alerts() -> None:
    """An alert keeps name, group, language, wait in seconds, labels of its group, texts and places; a recording rule is none."""
    alert = _alert(_RULES)
    assert (alert.name, alert.group, alert.source, alert.language) == ("Guessing", "auth", "loki", "logql")
    assert alert.wait is not None
    assert alert.wait.value == 600
    assert (alert.span.line, alert.expression.span.line) == (7, 8)
    assert alert.labels["team"].value == "shop"
    assert alert.annotations["summary"].value == "{{ $labels.ip }} guesses"
    assert alert.tree is not None


def test_blocks_of_text_are_read_where_they_stand() -> None:
    """Rules in a ConfigMap's text have the lines and columns of the file."""
    inner = "".join(f"    {line}\n" for line in _RULES.splitlines())
    alert = _alert(f"kind: ConfigMap\ndata:\n  other: x\n  rules.yaml: |\n{inner}  last: y\n")
    assert (alert.span.line, alert.span.column) == (11, 20)


def test_a_chart_is_read_around_its_statements() -> None:
    """Statements of a template are left out, its expressions are unknown, and what is quoted for the later template stands."""
    text = _RULES.replace("        for: 10m", "        {{- if .Values.on }}\n        for: {{ .Values.wait }}\n        {{- end }}").replace(
        '"{{ $labels.ip }} guesses"', "'{{`{{ $labels.ip }}`}} guesses'"
    )
    alert = _alert(text, "templates/rules.yaml")
    assert alert.templated
    assert alert.wait is not None
    assert alert.wait.unknown
    assert alert.annotations["summary"].value == "{{ $labels.ip }} guesses"


def test_unit_tests_of_rules_are_no_rules() -> None:
    """What a unit test expects is not taken for a rule: it names the files that it reads, and the alerts that it asks for."""
    text = "rule_files: [a.yaml]\ntests:\n  - alert_rule_test:\n      - alertname: A\n        exp_alerts: [{alert: A, expr: up}]\n"
    (test,) = facts_of("rules_test.yaml", text)
    assert isinstance(test, RuleTest)
    assert ([one.value for one in test.files], [one.name for one in test.expected]) == (["a.yaml"], ["A"])


def test_routes_in_both_styles() -> None:
    """Old and new matchers, receivers and their options, inhibitions and intervals come out alike."""
    text = """\
route:
  receiver: team
  group_wait: 30s
  routes:
    - match: {severity: critical, paged: yes}
      match_re: {team: shop|db}
      receiver: pager
      continue: true
      mute_time_intervals: [nights]
    - matchers: ['{severity!="info", env = prod}', 'job=~"a,b"']
receivers:
  - name: team
    slack_configs:
      - channel: "#a"
        http_config: {basic_auth: {password: hidden}}
  - name: pager
    pagerduty_configs: [{routing_key: k}]
inhibit_rules:
  - source_matchers: [severity="critical"]
    target_match: {severity: warning}
    equal: [alertname]
time_intervals: [{name: nights}]
"""
    (routing,) = facts_of("alertmanager.yml", text)
    assert isinstance(routing, Routing)
    assert routing.route is not None
    first, second = routing.route.routes
    assert [str(one) for one in first.matchers] == ['severity="critical"', 'paged="true"', 'team=~"shop|db"']
    assert [str(one) for one in second.matchers] == ['severity!="info"', 'env="prod"', 'job=~"a,b"']
    assert (first.continues, second.continues, first.span.line) == (True, False, 7)
    assert routing.receivers["team"].integrations[0].options["http_config.basic_auth.password"].value == "hidden"
    assert (routing.inhibitions[0].equal, routing.intervals, routing.route.waits["group_wait"].value) == (("alertname",), ("nights",), 30)


def test_grafana_rules_are_compared_by_their_condition() -> None:
    """A provisioned rule is its query under the threshold of its condition."""
    text = """\
apiVersion: 1
groups:
  - name: api
    rules:
      - title: Errors
        condition: C
        for: 5m
        data:
          - refId: A
            model: {refId: A, expr: 'sum(rate(errors_total[5m]))'}
          - refId: B
            model: {refId: B, type: reduce, reducer: last, expression: A}
          - refId: C
            model: {refId: C, type: threshold, expression: B, conditions: [{evaluator: {type: gt, params: [5]}}]}
contactPoints:
  - name: mail
    receivers: [{uid: m, type: email, settings: {addresses: team@shop.net}}]
policies:
  - receiver: mail
    routes: [{receiver: mail, object_matchers: [[severity, '=', critical]]}]
"""
    alert, routing = sorted(facts_of("grafana/alerting.yaml", text), key=lambda one: type(one).__name__)
    assert (alert.source, alert.language, alert.tree.op, alert.tree.right.value) == ("grafana", "promql", ">", 5)
    assert str(routing.route.routes[0].matchers[0]) == 'severity="critical"'
    assert routing.receivers["mail"].integrations[0].options["addresses"].value == "team@shop.net"


def test_sigma_conditions_name_their_selections() -> None:
    """Quantities and patterns of a condition are spelled out, modifiers and values kept, and an undefined name is told."""
    text = """\
title: Shell from a server
logsource: {category: process_creation}
detection:
  selection_parent:
    ParentImage|endswith: ['/nginx', '/apache2']
  selection_child:
    - Image|endswith: /sh
    - CommandLine|contains|all: [curl, http]
  filter_main: {User: probe}
  condition: all of selection_* and not 1 of filter_* or other
level: high
"""
    (alert,) = facts_of("rules/shell.yml", text)
    detection = alert.detection
    assert list(used(detection.condition)) == ["selection_parent", "selection_child", "filter_main", "other"]
    assert detection.undefined == ("other",)
    assert detection.selections["selection_child"].alternatives[1][0].modifiers == ("contains", "all")
    assert alert.labels["severity"].value == "high"
