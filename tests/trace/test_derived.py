"""Measurements that shippers and Loki make of log lines, and Prometheus rules that look at them."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.rules import registry
from checker.trace.model import Chain, Matrix, Verdict
from tests.trace.projects import ALERTMANAGER, JSON, LOGGER, PLAIN, PROMTAIL, end, rule, traced

PROMETHEUS = """
    scrape_configs:
      - job_name: shippers
        static_configs: [{targets: ["shipper:9080"]}]
"""
COUNTING = """
        pipeline_stages:
          - regex: {expression: '(?P<failed>login failed)'}
          - metrics:
              failed_logins_total:
                type: Counter
                source: failed
                config: {action: inc}
              lines_total:
                type: Counter
                prefix: shop_
                config: {match_all: true, action: inc}
"""
ALLOY = """
    local.file_match "shop" {
      path_targets = [{"__path__" = "/var/log/shop/*.log", "app" = "shop"}]
    }
    loki.source.file "shop" {
      targets    = local.file_match.shop.targets
      forward_to = [loki.process.shop.receiver]
    }
    loki.process "shop" {
      stage.json { expressions = { level = "levelname", text = "message" } }
      stage.labels { values = { level = "" } }
      stage.metrics {
        metric.counter {
          name   = "warnings_total"
          source = "level"
          value  = "WARNING"
          action = "inc"
        }
        metric.counter {
          name   = "errors_total"
          source = "level"
          value  = "ERROR"
          action = "inc"
        }
      }
      forward_to = [loki.write.store.receiver]
    }
    loki.write "store" {
      endpoint { url = "https://loki.shop.net/loki/api/v1/push" }
    }
"""
FLUENT_BIT = """
    [INPUT]
        Name tail
        Path /var/log/shop/*.log
        Tag shop.app
        DB /var/lib/fluent-bit/shop.db
    [FILTER]
        Name log_to_metrics
        Match shop.*
        Tag measured
        Metric_Mode counter
        Metric_Name failed_logins
        Metric_Description Failed logins
        Regex log login failed
        Exclude log health
        Add_Label service shop
    [OUTPUT]
        Name prometheus_exporter
        Match measured
    [OUTPUT]
        Name loki
        Match shop.*
        Host loki.shop.net
        TLS on
"""
VECTOR = """
data_dir: /var/lib/vector
sources:
  shop: {type: file, include: [/var/log/shop/*.log]}
transforms:
  parsed: {type: remap, inputs: [shop], source: '. = parse_json!(.message)'}
  chosen: {type: filter, inputs: [parsed], condition: 'contains(string!(.message), "login failed")'}
  measured:
    type: log_to_metric
    inputs: [chosen]
    metrics:
      - {type: counter, field: message, name: failed_logins_total, tags: {level: "{{levelname}}"}}
      - {type: counter, field: nothing, name: nothings_total}
sinks:
  prometheus: {type: prometheus_exporter, inputs: [measured], default_namespace: shop}
  loki: {type: loki, inputs: [parsed], endpoint: "https://loki.shop.net", encoding: {codec: json}, labels: {app: shop}}
"""


def matrix(folder: Path, expression: str, shipper: tuple[str, str], logs: str = PLAIN, **more: str) -> Matrix:
    """The matrix of a shop whose one alert rule has this expression."""
    files = {
        "shop/accounts.py": LOGGER, "shop/logs.py": logs, f"deploy/{shipper[0]}": shipper[1], "deploy/prometheus.yml": PROMETHEUS,
        "deploy/rules.yaml": rule(expression, name="Unusual"), "deploy/alertmanager.yml": ALERTMANAGER, **more,
    }  # fmt: skip
    return traced(folder, files)


def chain(folder: Path, expression: str, shipper: tuple[str, str], logs: str = PLAIN, **more: str) -> Chain:
    """Its failed login's."""
    (found,) = matrix(folder, expression, shipper, logs, **more).of("authn_login_fail")
    return found


SHIPPERS = {
    "promtail": (("promtail.yaml", PROMTAIL + COUNTING), PLAIN),
    "alloy": (("config.alloy", ALLOY), JSON),
    "fluent-bit": (("fluent-bit.conf", FLUENT_BIT), PLAIN),
    "vector": (("vector.yaml", VECTOR), JSON),
}


@pytest.mark.parametrize(
    ("shipper", "expression", "verdict"),
    [
        ("promtail", "increase(promtail_custom_failed_logins_total[5m]) > 5", Verdict.OK),
        ("promtail", 'increase(promtail_custom_failed_logins_total{app="shop"}[5m]) > 5', Verdict.OK),
        ("promtail", 'increase(promtail_custom_failed_logins_total{app="cart"}[5m]) > 5', Verdict.BROKEN),
        ("promtail", "increase(shop_lines_total[5m]) > 5", Verdict.OK),
        ("promtail", "increase(failed_logins_total[5m]) > 5", Verdict.BROKEN),
        ("alloy", "increase(loki_process_custom_warnings_total[5m]) > 5", Verdict.OK),
        ("alloy", 'increase(loki_process_custom_warnings_total{level="warning"}[5m]) > 5', Verdict.BROKEN),
        ("alloy", "increase(loki_process_custom_errors_total[5m]) > 5", Verdict.BROKEN),
        ("fluent-bit", 'increase(log_metric_counter_failed_logins{service="shop"}[5m]) > 5', Verdict.OK),
        ("fluent-bit", "increase(failed_logins[5m]) > 5", Verdict.BROKEN),
        ("vector", 'increase(shop_failed_logins_total{level="WARNING"}[5m]) > 5', Verdict.OK),
        ("vector", 'increase(shop_failed_logins_total{level="ERROR"}[5m]) > 5', Verdict.BROKEN),
        ("vector", "increase(shop_nothings_total[5m]) > 5", Verdict.BROKEN),
    ],
)
def test_counted_by_a_shipper(tmp_path: Path, shipper: str, expression: str, verdict: Verdict) -> None:
    """A rule of Prometheus matches a record exactly where the shipper counts it in that metric, with those labels."""
    configuration, logs = SHIPPERS[shipper]
    found = chain(tmp_path, expression, configuration, logs)
    assert found.verdict is verdict, [(hop.kind, hop.verdict.value, hop.why) for hop in found.hops]
    kinds = [hop.kind for hop in found.hops]
    assert kinds[-1] == ("runbook" if verdict is Verdict.OK else "rule")


def test_what_the_patterns_leave_out(tmp_path: Path) -> None:
    """A record that the filter's patterns leave out is not counted."""
    conf = FLUENT_BIT.replace("Exclude log health", "Exclude log failed")
    found = chain(tmp_path, "increase(log_metric_counter_failed_logins[5m]) > 5", ("fluent-bit.conf", conf))
    assert (end(found).kind, end(found).verdict) == ("rule", Verdict.BROKEN)


def test_without_an_exporter(tmp_path: Path) -> None:
    """What no output exposes, no rule sees."""
    conf = FLUENT_BIT.replace("prometheus_exporter", "stdout")
    found = chain(tmp_path, "increase(log_metric_counter_failed_logins[5m]) > 5", ("fluent-bit.conf", conf))
    assert (end(found).kind, end(found).verdict) == ("rule", Verdict.BROKEN)


RECORDED = """
    groups:
      - name: recorded
        rules:
          - record: shop:failed_logins:count5m
            expr: EXPRESSION
            labels: {team: security}
"""
BY_LEVEL = """'sum by (level) (count_over_time({app="shop"} | pattern "<_> <_> <level> <_>" |= "login failed" [5m]))'"""


@pytest.mark.parametrize(
    ("recorded", "expression", "verdict"),
    [
        (BY_LEVEL, "shop:failed_logins:count5m > 5", Verdict.OK),
        (BY_LEVEL, 'shop:failed_logins:count5m{level="WARNING", team="security"} > 5', Verdict.OK),
        (BY_LEVEL, 'shop:failed_logins:count5m{level="ERROR"} > 5', Verdict.BROKEN),
        (BY_LEVEL, 'shop:failed_logins:count5m{team="web"} > 5', Verdict.BROKEN),
        (BY_LEVEL.replace("login failed", "Login failed"), "shop:failed_logins:count5m > 5", Verdict.BROKEN),
        ("increase(promtail_custom_failed_logins_total[5m])", "shop:failed_logins:count5m > 5", Verdict.OK),
        ("increase(promtail_custom_failed_total[5m])", "shop:failed_logins:count5m > 5", Verdict.BROKEN),
    ],
)
def test_recorded(tmp_path: Path, recorded: str, expression: str, verdict: Verdict) -> None:
    """A rule on what a recording rule keeps is fed by what feeds that, in LogQL or PromQL."""
    more = {"deploy/recorded.yaml": RECORDED.replace("EXPRESSION", recorded)}
    found = chain(tmp_path, expression, ("promtail.yaml", PROMTAIL + COUNTING), **more)
    assert found.verdict is verdict, [(hop.kind, hop.verdict.value, hop.why) for hop in found.hops]


def test_a_rule_that_asks_for_another_name(tmp_path: Path) -> None:
    """A rule whose metric a shipper makes under almost that name is told; one whose metric a shipper makes is not."""
    promtail = ("promtail.yaml", PROMTAIL + COUNTING)
    (missed,) = matrix(tmp_path / "one", "increase(promtail_custom_failed_login[5m]) > 5", promtail).unfed
    assert "promtail_custom_failed_logins_total" in missed.why
    assert not matrix(tmp_path / "two", "increase(promtail_custom_failed_logins_total[5m]) > 5", promtail).unfed
    assert any(one.name == "alert-without-event" for one in registry())


@pytest.mark.parametrize(
    ("expression", "more", "verdict"),
    [
        ('count_over_time({app="shop", level="WARNING"} |= "login failed" [5m]) > 5', "", Verdict.OK),
        ('count_over_time({app="shop", level="warning"} |= "login failed" [5m]) > 5', "", Verdict.BROKEN),
        ('count_over_time({app="shop", level="WARNING"} |= "login failed" [5m]) > 5', 'stage.label_keep { values = ["app"] }',
         Verdict.BROKEN),
        ('count_over_time({app="shop", level="WARNING"} |= "login failed" [5m]) > 5', 'stage.label_keep { values = ["app", "level"] }',
         Verdict.OK),
        ('count_over_time({app="cart"} |= "login failed" [5m]) > 5', 'stage.static_labels { values = { app = "cart" } }', Verdict.OK),
    ],
)  # fmt: skip
def test_labels_of_alloy(tmp_path: Path, expression: str, more: str, verdict: Verdict) -> None:
    """Labels that stages of Alloy set and keep, in maps and lists, are those that a rule of Loki sees."""
    conf = ALLOY.replace("forward_to = [loki.write", f"{more}\n      forward_to = [loki.write")
    found = chain(tmp_path, expression, ("config.alloy", conf), JSON)
    assert found.verdict is verdict, [(hop.kind, hop.verdict.value, hop.why) for hop in found.hops]


def test_the_time_of_what_is_recorded(tmp_path: Path) -> None:
    """An alert on what is recorded waits for the recorded window and for the recording rule's turn too."""
    shipper = ("promtail.yaml", PROMTAIL + COUNTING)
    at_once = "increase(promtail_custom_failed_logins_total[5m]) > 5"
    more = {"deploy/recorded.yaml": RECORDED.replace("EXPRESSION", "increase(promtail_custom_failed_logins_total[5m])")}
    direct = chain(tmp_path / "one", at_once, shipper).way.hop("rule")
    recorded = chain(tmp_path / "two", "shop:failed_logins:count5m > 5", shipper, **more).way.hop("rule")
    assert direct is not None
    assert recorded is not None
    assert (direct.seconds, recorded.seconds) == (390.0, 450.0)


@pytest.mark.parametrize("broken", ["relabel_configs: [x]", "relabel_configs: x", "relabel_configs: [{source_labels: y}]"])
def test_relabelling_of_another_form(tmp_path: Path, broken: str) -> None:
    """What is no relabelling where one should stand is passed over."""
    promtail = f"{PROMTAIL}        {broken}\n"
    found = chain(tmp_path, 'count_over_time({app="shop"} |= "login failed" [5m]) > 5', ("promtail.yaml", promtail))
    assert found.verdict is Verdict.OK
