"""What alert rules watch."""

from __future__ import annotations

import json

import pytest

from checker.monitoring.concerns import concerns, is_read
from checker.monitoring.model import AlertRule
from tests.monitoring.reading import facts_of


def rule(name: str, expression: str) -> AlertRule:
    """One rule of Prometheus or Loki."""
    held = {"groups": [{"name": "g", "rules": [{"alert": name, "expr": expression}]}]}
    (found,) = facts_of("rules.yaml", json.dumps(held))
    assert isinstance(found, AlertRule)
    return found


@pytest.mark.parametrize(
    ("name", "expression", "watched"),
    [
        ("Guessing", "sum(rate(shop_login_failures_total[5m])) > 1", {"authentication"}),
        ("Refused", 'sum(count_over_time({app="shop"} |= "Forbidden (Permission denied)" [5m])) > 5', {"authentication"}),
        ("Unauthorised", 'sum(rate(http_responses_total{status="401"}[5m])) > 3', {"authentication"}),
        ("Jwt", 'count_over_time({app="api"} | json | event="jwt_rejected" [1m]) > 0', {"authentication"}),
        ("Tokens", 'sum(count_over_time({job="auth"} |= "nope" [5m])) > 1', {"authentication"}),
        ("Slow", "histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[5m])) > 2", {"performance"}),
        ("Cpu", "node_cpu_used_percent > 90", {"performance"}),
        ("Memory", "container_memory_working_set_bytes / container_spec_memory_limit_bytes > 0.9", {"performance"}),
        ("Down", "up == 0", set()),
        ("Restarts", "rate(kube_pod_container_status_restarts_total[15m]) > 3", set()),
        ("Old", "time() - backup_last_success_timestamp_seconds > 86400", set()),
        ("AuthorChanged", "increase(author_edits_total[5m]) > 3", set()),
        ("Catalogue", "rate(catalog_indexed_total[5m]) > 3", set()),
        (
            "Share",
            'sum(rate(http_requests_total{code=~"5.."}[5m])) / sum(rate(http_requests_total[5m])) > 0.05',
            {"performance", "anomaly"},
        ),
        ("Yesterday", "sum(rate(orders_total[5m])) < 0.5 * sum(rate(orders_total[5m] offset 1d))", {"anomaly"}),
        ("Mean", "rate(orders_total[5m]) > 3 * avg_over_time(rate(orders_total[5m])[1d:5m])", {"anomaly"}),
        ("Deviation", "abs(x - avg_over_time(x[1d])) > 3 * stddev_over_time(x[1d])", {"anomaly"}),
        ("Soon", "predict_linear(orders_waiting[1h], 4 * 3600) > 100", {"anomaly"}),
        ("Two", "orders_waiting > orders_workers", set()),
        ("Other", "rate(orders_total[5m]) > rate(refunds_total[5m])", set()),
        ("Recorded", "job:orders:rate5m > 2 * job:orders:rate5m_avg_1w", {"anomaly"}),
    ],
)
def test_what_a_rule_watches(name: str, expression: str, watched: set[str]) -> None:
    """By the words of its name and expression, and by what it compares with."""
    assert concerns(rule(name, expression)) == watched


def test_what_cannot_fire_watches_nothing() -> None:
    """A rule that never has a value does not count for what it looks at."""
    assert (
        concerns(rule("Guessing", 'rate(logins_failed_total{a="1",a="2"}[5m]) > 2 * rate(logins_failed_total{a="1",a="2"}[5m] offset 1d)'))
        == set()
    )
    assert concerns(rule("Guessing", "count(login_failures_total) < 0")) == set()


def test_sigma_correlations() -> None:
    """A Sigma rule over what other rules find is an alert rule of its own, which compares with what came before."""
    text = (
        "title: Guessing and then in\ncorrelation:\n  type: temporal_ordered\n  rules: [failed, success]\n"
        "  group-by: [user]\n  timespan: 5m\nlevel: high\n"
    )
    (found,) = facts_of("guessing.yml", text)
    assert (found.name, found.source, found.expression.value, found.labels["severity"].value) == (
        "Guessing and then in", "sigma", "temporal_ordered", "high",
    )  # fmt: skip
    assert is_read(found)
    assert concerns(found) == {"anomaly"}


def test_sigma_values_count() -> None:
    """What a Sigma rule looks for tells what it watches."""
    text = "title: Refused\nlogsource: {product: django}\ndetection:\n  keywords: [Forbidden]\n  condition: keywords\n"
    (found,) = facts_of("refused.yml", text)
    assert concerns(found) == {"authentication"}
