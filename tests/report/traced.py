"""A trace of every kind, made by hand: what reports are tested with."""

from __future__ import annotations

from checker.model import Span
from checker.report.trace import Traced
from checker.trace.model import Chain, Event, Hop, Matrix, Unfed, Verdict, Way

OK, BROKEN, UNKNOWN = Verdict.OK, Verdict.BROKEN, Verdict.UNKNOWN


def span(place: str) -> Span:
    """``shop/views.py:7``."""
    path, _, line = place.rpartition(":")
    return Span(path, int(line), 5, int(line), 20)


def hop(kind: str, what: str, why: str, place: str = "", verdict: Verdict = OK, seconds: float | None = 0.0, shown: str = "") -> Hop:
    """One hop; without a place nothing says it."""
    return Hop(kind, verdict, what, why, span(place) if place else None, seconds, shown)


_LINE = "2026-11-27T08:00:00+0000 WARNING portal.views authn_login_fail: sign-in of 'anna' refused"
LOGIN = Chain(
    Event("authn_login_fail", span("portal/views.py:16"), "code", "vocabulary", "authn_login_fail: sign-in of %r refused", "portal.views",
          "warning", "authn_login_fail: sign-in of %r refused", function="sign_in", sink="logging"),
    Way((
        hop("emitted", "sign_in", "written at warning", "portal/views.py:16"),
        hop("logger", "portal.views", "takes INFO and above, as the root logger says", "portal/settings.py:32"),
        hop("handler", "console", "writes to standard error", "portal/settings.py:26"),
        hop("formatter", "line", "text", "portal/settings.py:21", shown=_LINE),
        hop("shipper", "fluent-bit", "takes the tag portal", "deploy/fluent-bit/fluent-bit.conf:8", seconds=5),
        hop("sink", "loki", "under service=portal", "deploy/fluent-bit/fluent-bit.conf:29", shown='{service="portal"} ' + _LINE),
        hop("rule", "LoginFailures", 'the line has "authn_login_fail"', "deploy/loki/security.yaml:5", seconds=420),
        hop("route", 'team="security"', "the second route takes it", "deploy/alertmanager/alertmanager.yml:11", seconds=30),
        hop("receiver", "security-on-call", "pagerduty", "deploy/alertmanager/alertmanager.yml:20"),
        hop("runbook", "login-failures.md", "it is there", "deploy/loki/security.yaml:11"),
    )),
    allowed=900,
)  # fmt: skip
DENIED = Chain(
    Event("authz_fail", span("portal/views.py:29"), "framework", "framework", "Forbidden (Permission denied): %s", "django.request",
          "warning", "Forbidden (Permission denied): %s", function="invoice", sink="logging", framework="django", exception=True),
    Way((
        hop("emitted", "django", "Django writes it for PermissionDenied", "portal/views.py:29"),
        hop("logger", "django.request", "it takes nothing below ERROR, and this is a WARNING", "portal/settings.py:30", BROKEN),
    )),
)  # fmt: skip
TOKEN = Chain(
    Event("authn_token_reuse", span("api/security.py:18"), "code", "vocabulary", "token refused", "api.security", "warning",
          "token refused", {"event": "authn_token_reuse", "client": None}, function="staff", sink="logging"),
    Way((
        hop("emitted", "staff", "written at warning", "api/security.py:18"),
        hop("logger", "api.security", "takes INFO and above", "api/logs.py:16"),
        hop("handler", "console", "writes to standard error", "api/logs.py:14"),
        hop("formatter", "json", "JSON", "api/logs.py:8", shown='{"levelname": "WARNING", "event": "authn_token_reuse"}'),
        hop("shipper", "fluent-bit", "takes the tag api", "deploy/fluent-bit/fluent-bit.conf:8", seconds=5),
        hop("sink", "loki", "under service=api", "deploy/fluent-bit/fluent-bit.conf:40"),
        hop("rule", "TokensRefused", 'it asks for level="warning", and the record has no level; it has levelname="WARNING"',
            "deploy/loki/security.yaml:22", BROKEN),
    )),
    (Way((hop("emitted", "staff", "counted", "api/security.py:17"), hop("rule", "Other", "another metric", "x.yaml:3", BROKEN))),),
)  # fmt: skip
ROLE = Chain(
    Event("privilege_permissions_changed", span("api/main.py:34"), "code", "map", "role changed", None, "warning", function="change_role"),
    Way((
        hop("emitted", "change_role", "written at warning", "api/main.py:34"),
        hop("logger", "", "the logger's name is not known: it is a parameter", "api/main.py:12", UNKNOWN, None),
    )),
)  # fmt: skip
MATRIX = Matrix(
    (TOKEN, LOGIN, DENIED, ROLE),
    (Unfed("SuspiciousRate", span("deploy/prometheus/rules.yaml:4"), BROKEN, "nothing counts shop_suspicious_total"),),
    notes=("templates/values.yaml was not read: it is a template.",),
)
WHOLE = Traced(MATRIX, root="shop", version="1.0", today="2026-11-27")
ONE = Traced(Matrix((TOKEN,)), "authn_token_reuse", "shop", "1.0", "2026-11-27")
