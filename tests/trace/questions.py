"""Rules that are put to what real applications write, each with the same question in plain Python, which knows nothing of the tool."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Holds = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Question:
    """One rule for one application."""

    application: str
    selected: str
    """The rule's pipeline in LogQL, behind the stream."""
    holds: Holds
    """Whether a line that was written fits."""

    def __str__(self) -> str:
        return f"{self.application} {self.selected}"


def has(*texts: str) -> Holds:
    """Every text stands in the line."""
    return lambda line: all(text in line for text in texts)


def lacks(text: str, lacked: str) -> Holds:
    """The first text stands in the line and the second does not."""
    return lambda line: text in line and lacked not in line


def fits(pattern: str) -> Holds:
    """The pattern is found in the line."""
    return lambda line: re.search(pattern, line) is not None


def keys(**wanted: str) -> Holds:
    """The line is a JSON object with these values; keys of inner objects are joined by ``_``."""

    def holds(line: str) -> bool:
        try:
            held = json.loads(line)
        except ValueError:
            return False
        return isinstance(held, dict) and wanted.items() <= dict(_flat(held)).items()

    return holds


def pairs(**wanted: str) -> Holds:
    """The line is logfmt with these values."""
    return lambda line: (
        wanted.items() <= {key: value for word in shlex.split(line) for key, sep, value in [word.partition("=")] if sep}.items()
    )


def _flat(held: dict[str, Any], before: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in held.items():
        name = re.sub(r"\W", "_", f"{before}{key}")
        found += _flat(value, f"{name}_") if isinstance(value, dict) else [(name, str(value))]
    return found


def _of(application: str, *asked: tuple[str, Holds]) -> list[Question]:
    return [Question(application, selected, holds) for selected, holds in asked]


QUESTIONS = [
    *_of(
        "django_text",
        ('|= "authn_login_fail"', has("authn_login_fail")),
        ('|= "Authn_Login_Fail"', has("Authn_Login_Fail")),
        ('|~ "(?i)AUTHN_LOGIN_FAIL"', fits("(?i)AUTHN_LOGIN_FAIL")),
        ('|= "[WARNING] shop.views"', has("[WARNING] shop.views")),
        ('|= "WARNING:shop.views"', has("WARNING:shop.views")),
        ('|= "Forbidden (Permission denied)"', has("Forbidden (Permission denied)")),
        ('|= "Permission denied: /admin"', has("Permission denied: /admin")),
        ('|= "Unauthorized: /login"', has("Unauthorized: /login")),
        ('|= "django.security.csrf"', has("django.security.csrf")),
        ('|= "CSRF verification failed"', has("CSRF verification failed")),
        ('|= "django.core.exceptions.PermissionDenied"', has("django.core.exceptions.PermissionDenied")),
        ('|= "django.core.exceptions.DisallowedHost"', has("django.core.exceptions.DisallowedHost")),
        ('|= "authn_login_fail" != "shop.views"', lacks("authn_login_fail", "shop.views")),
        ('| json | event="authn_login_fail"', keys(event="authn_login_fail")),
    ),
    *_of(
        "django_json",
        ('|= "authn_login_fail"', has("authn_login_fail")),
        ('| json | event="authn_login_fail"', keys(event="authn_login_fail")),
        ('| json | levelname="WARNING" | event="authn_login_fail"', keys(levelname="WARNING", event="authn_login_fail")),
        ('| json | level="WARNING" | event="authn_login_fail"', keys(level="WARNING", event="authn_login_fail")),
        ('| json | levelname="warning" | event="authn_login_fail"', keys(levelname="warning", event="authn_login_fail")),
        ('| json | name="shop.views" | message=~"login.*"', lambda line: keys(name="shop.views")(line) and '"login ' in line),
        ('|= "Forbidden"', has("Forbidden")),
        ('| json | name="django.security.csrf"', keys(name="django.security.csrf")),
        ('|~ "login refused.*authn_login_fail"', fits("login refused.*authn_login_fail")),
        ('|~ "authn_login_fail.*login refused"', fits("authn_login_fail.*login refused")),
    ),
    *_of(
        "fastapi_json",
        ('| json | event="authn_login_fail"', keys(event="authn_login_fail")),
        ('| json | event="authn_login_failure"', keys(event="authn_login_failure")),
        ('| json | level="WARNING" | event="authn_login_fail"', keys(level="WARNING", event="authn_login_fail")),
        ('| json | levelname="WARNING"', keys(levelname="WARNING")),
        ('| json | level="WARNING" | event="authz_fail"', keys(level="WARNING", event="authz_fail")),
        ('|= "Failed login"', has("Failed login")),
        ('|= "failed login"', has("failed login")),
        ('| json | status="401"', keys(status="401")),
        ('| json | logger="service.auth"', keys(logger="service.auth")),
        ('| logfmt | event="authn_login_fail"', pairs(event="authn_login_fail")),
        (
            '| json | line_format "{{.event}} at {{.level | ToLower}}" |= "authn_login_fail at warning"',
            keys(event="authn_login_fail", level="WARNING"),
        ),
        ('| json | line_format "{{.level}}" |= "authn_login_fail"', lambda line: "authn_login_fail" in str(json.loads(line).get("level"))),
        ('| json | label_format kind=event | kind="authn_login_fail"', keys(event="authn_login_fail")),
        ('| json | label_format kind=event | event="authn_login_fail"', lambda line: False),
        ('| json | label_format kind="{{.level}}/{{.event}}" | kind="WARNING/authz_fail"', keys(level="WARNING", event="authz_fail")),
        ('| json kind="event" | kind="authn_login_fail"', keys(event="authn_login_fail")),
        ('| json kind="event" | event="authn_login_fail"', lambda line: False),
        ('| json | drop event | event="authn_login_fail"', lambda line: False),
        ('| json | keep event, level | level="WARNING" | event="authn_login_fail"', keys(level="WARNING", event="authn_login_fail")),
    ),
    *_of(
        "flask_text",
        ('|= "authn_login_fail"', has("authn_login_fail")),
        ('|= "authz_fail"', has("authz_fail")),
        ('|= "WARNING:service.login:authn_login_fail"', has("WARNING:service.login:authn_login_fail")),
        ('|= "WARNING service.login"', has("WARNING service.login")),
        ('| regexp "^(?P<level>[A-Z]+):" | level="WARNING"', fits("^WARNING:")),
        ('| pattern "<level>:<logger>:<_>" | level="ERROR"', fits("^ERROR:")),
        ('|~ "user=\\\\S+ ip="', fits(r"user=\S+ ip=")),
        ('| pattern "<level>:<logger>:<message>" | logger="service.login"', fits("^[^:]*:service[.]login:")),
        ('| pattern "<level>:<logger>:<message>" | level="warning"', fits("^warning:")),
        ('| pattern "[<level>] <message>" | level="WARNING"', fits(r"^\[WARNING\]")),
        ('| pattern "<_>:<_>:authn_login_fail <rest>" | rest=~"user=.*"', fits("^[^:]*:[^:]*:authn_login_fail user=")),
    ),
    *_of(
        "structlog_json",
        ('| json | event="authn_login_fail"', keys(event="authn_login_fail")),
        ('| json | level="warning" | event="authn_login_fail"', keys(level="warning", event="authn_login_fail")),
        ('| json | level="WARNING" | event="authn_login_fail"', keys(level="WARNING", event="authn_login_fail")),
        ('| json | message="authn_login_fail"', keys(message="authn_login_fail")),
        ('| json | reason="password"', keys(reason="password")),
        ('| json | event_type="authn_login_fail"', keys(event_type="authn_login_fail")),
        ('|= "authz_fail"', has("authz_fail")),
    ),
    *_of(
        "structlog_logfmt",
        ('| logfmt | event="authn_login_fail"', pairs(event="authn_login_fail")),
        ('| logfmt | event="authz_fail"', pairs(event="authz_fail")),
        ('| logfmt | code="authz_fail" | level="error"', pairs(code="authz_fail", level="error")),
        ('| json | event="authn_login_fail"', keys(event="authn_login_fail")),
        ('|= "level=warning event=authn_login_fail"', has("level=warning event=authn_login_fail")),
        ('|= "event=authn_login_fail level=warning"', has("event=authn_login_fail level=warning")),
        ('|~ "^ts=\\\\S+ level=warning event=authn_login_fail ip="', fits(r"^ts=\S+ level=warning event=authn_login_fail ip=")),
    ),
    *_of(
        "loguru_text",
        ('|= "authn_login_fail"', has("authn_login_fail")),
        ('|= "| WARNING | authn_login_fail"', has("| WARNING | authn_login_fail")),
        ('|= "authz_fail"', has("authz_fail")),
        ('|~ "WARNING +\\\\| authn"', fits(r"WARNING +\| authn")),
        ('|= "service.app"', has("service.app")),
    ),
    *_of(
        "loguru_json",
        ('| json | record_message="authn_login_fail"', keys(record_message="authn_login_fail")),
        ('| json | message="authn_login_fail"', keys(message="authn_login_fail")),
        ('| json | record_level_name="WARNING"', keys(record_level_name="WARNING")),
        ('| json | record_level="WARNING"', keys(record_level="WARNING")),
        ('| json | record_level_name="ERROR" |= "authz_fail"', lambda line: keys(record_level_name="ERROR")(line) and "authz_fail" in line),
        ('| json | record_extra_user=~".+" |= "authn_login_fail"', lambda line: '"extra": {"user"' in line),
        ('| json | record_extra_ip=~".+" |= "authn_login_fail"', lambda line: '"extra": {"ip"' in line and "authn_login_fail" in line),
    ),
]
SIGMA = {
    "django's own": ("django_text", "keywords:\n    - Forbidden (Permission denied)\n  condition: keywords"),
    "exceptions": ("django_text", "keywords:\n    - SuspiciousOperation\n    - DisallowedHost\n  condition: keywords"),
    "event": ("django_json", "selection:\n    event: authn_login_fail\n  condition: selection"),
    "case of values": ("fastapi_json", "selection:\n    event: AUTHN_LOGIN_FAIL\n    level: warning\n  condition: selection"),
    "wrong field": ("fastapi_json", "selection:\n    event_type: authn_login_fail\n  condition: selection"),
    "contains": ("fastapi_json", "selection:\n    message|contains: login\n  condition: selection"),
    "startswith": ("fastapi_json", "selection:\n    message|startswith: login\n  condition: selection"),
    "filtered": (
        "fastapi_json",
        "selection:\n    event: authn_login_fail\n  filter:\n    status: 401\n  condition: selection and not filter",
    ),
    "any of": ("structlog_json", "one:\n    event: authn_login_fail\n  two:\n    event: nothing\n  condition: 1 of them"),
    "all of": ("structlog_json", "one:\n    event: authn_login_fail\n  two:\n    event: nothing\n  condition: all of them"),
    "regular expression": ("structlog_json", "selection:\n    event|re: ^authz_.*$\n  condition: selection"),
}
"""Name to the application and the rule's detection."""


def words(field: str, *wanted: str) -> Holds:
    """The words stand beside each other in a field of the JSON object, or in a line of text, in whatever case."""

    def holds(line: str) -> bool:
        try:
            held = json.loads(line)
        except ValueError:
            held = {"message": line}
        found = re.findall(r"[\w.']+", str(held.get(field, "")).lower())
        return any(found[at : at + len(wanted)] == list(wanted) for at in range(len(found)))

    return holds


SEARCHES = [
    *_of(
        "fastapi_json",
        ("event:authn_login_fail", keys(event="authn_login_fail")),
        ("event:authn_login_failure", keys(event="authn_login_failure")),
        ("event:authn_login_fail AND level:WARNING", keys(event="authn_login_fail", level="WARNING")),
        ("event:authn_login_fail AND NOT level:WARNING",
         lambda line: keys(event="authn_login_fail")(line) and not keys(level="WARNING")(line)),
        ("event:(authz_fail OR nothing_else)", keys(event="authz_fail")),
        ("event.keyword:AUTHN_LOGIN_FAIL", keys(event="AUTHN_LOGIN_FAIL")),
        ("event:authn_*", lambda line: str(json.loads(line).get("event", "")).startswith("authn_")),
        ("event:crypt_*", lambda line: str(json.loads(line).get("event", "")).startswith("crypt_")),
        ("status:[400 TO 499]", lambda line: 400 <= int(json.loads(line).get("status", 0)) <= 499),
        ("status:>=500", lambda line: int(json.loads(line).get("status", 0)) >= 500),
        ("_exists_:event AND level:WARNING", lambda line: "event" in json.loads(line) and keys(level="WARNING")(line)),
        ("_exists_:event_type", lambda line: "event_type" in json.loads(line)),
    ),
    *_of(
        "django_json",
        ('message:"login refused"', words("message", "login", "refused")),
        ('message:"Login Refused"', words("message", "login", "refused")),
        ('message:"refused login"', words("message", "refused", "login")),
        ("message:refused AND levelname:WARNING", lambda line: words("message", "refused")(line) and keys(levelname="WARNING")(line)),
        ("+levelname:WARNING -event:authn_login_fail +name:shop.views",
         lambda line: keys(levelname="WARNING", name="shop.views")(line) and not keys(event="authn_login_fail")(line)),
    ),
    *_of(
        "django_text",
        ("message:authn_login_fail", words("message", "authn_login_fail")),
        ("message:(nothing OR forbidden)", words("message", "forbidden")),
        ('message:"csrf verification failed"', words("message", "csrf", "verification", "failed")),
        ("levelname:WARNING", keys(levelname="WARNING")),
    ),
]  # fmt: skip
"""Queries of ElastAlert's rules, for what Filebeat sends to Elasticsearch: JSON is taken apart, text is the message."""
KNOWN = {
    'django_text |= "Unauthorized: /login"': "that Django writes a record for each answer with 401 is not among the frameworks' events",
}
"""Where the trace is known to be wrong, and why; a question that it answers rightly must not stand here."""
