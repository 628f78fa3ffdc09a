"""Which options of shippers and receivers hold a secret as a literal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.logconfig.model import Setting
from checker.logconfig.text.placeholders import is_example

_NAME = re.compile(
    r"(?:^|[._-])(?:password|passwd|http_passwd|pwd|secret|secret_key|token|splunk_token|bearer_token|auth_token|bot_token|api_?key|apikey|license_?key"
    r"|access_key|aws_secret_access_key|(?<!empty_)shared_key|service_key|routing_key|user_key|integrationkey|client_secret|auth_password|smtp_auth_password"
    r"|opsgenie_api_key|http_password|credentials)$",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"(?:^|[._])(?:authorization|x-api-key|api-key|dd-api-key|x-honeycomb-team|x-scope-token|x-insert-key)$", re.IGNORECASE
)
_MIXED = re.compile(r"[\d =]|[a-z][A-Z]")
"""What a scheme with a key has, or the key alone; words such as ``service-account`` name a way to get one."""
_IN_URL = re.compile(r"^[a-z][a-z0-9+.-]*://[^/\s:@]*:(?P<secret>[^/\s@]+)@", re.IGNORECASE)
_ASKED = re.compile(
    r"^[a-z][a-z0-9+.-]*://[^\s?#]*\?(?:[^\s#]*&)?(?:password|passwd|pwd|token|api_?key|apikey|secret)=(?P<secret>[^&\s#]+)", re.IGNORECASE
)
_MADE_UP = re.compile(r"^[a-z][a-z0-9+.-]*://(?:user(?:name)?|login|<user>):(?:pass(?:word)?|pwd|secret)@", re.IGNORECASE)
_WEBHOOK = re.compile(
    r"hooks\.slack\.com/services/(?P<a>T\w{6,})/(?P<b>B\w{6,})/\w{16,}|discord(?:app)?\.com/api/webhooks/\d{8,}/\S{20,}|api\.telegram\.org/bot\d{6,}:"
)
_PLAIN = re.compile(r"^[\w.\-+/=!@#%^&*~:,;?|()$ ]{4,}$")
_NOT_ONE = re.compile(
    r"^(?:true|false|null|none|on|off|yes|no|\d{1,3})$|^[$%{<(]|^/(?:etc|run|var|secrets|mnt)/|^(?:env|file|vault|ref\+|secret)[:_]|\$\{|\{\{|^\*+$",
    re.IGNORECASE,
)


_EVERYBODY_KNOWS = frozenset(
    ("changeme", "password", "admin", "elastic", "secret", "root", "test", "guest", "logstash", "kibana", "splunk")
)
"""Passwords that products come with: as a live setting no placeholder but the weakest secret of all."""


def known_to_all(name: str, setting: Setting) -> str:
    """The password that everybody tries first, by itself or in an address; ``""`` where it is none."""
    if setting.unknown or setting.open or not isinstance(setting.value, str):
        return ""
    match = _IN_URL.match(setting.value)
    told = setting.value if _NAME.search(name) else match["secret"] if match and not is_example(setting.value.rpartition("@")[2]) else ""
    return told if told.lower() in _EVERYBODY_KNOWS else ""


def secrets(options: Mapping[str, Setting], placeholders: Sequence[str]) -> Iterator[tuple[str, Setting, str]]:
    """The option's name, its setting and what it holds."""
    for name, setting in options.items():
        value = setting.value
        if setting.unknown or setting.open or not isinstance(value, str) or is_example(value, placeholders):
            continue
        match = _IN_URL.match(value) or _ASKED.match(value)
        if match and not _NOT_ONE.search(match["secret"]) and not _MADE_UP.match(value):
            yield name, setting, "a password in its address"
        elif _WEBHOOK.search(value):
            yield name, setting, "a webhook's secret address"
        elif (_NAME.search(name) or (_HEADER.search(name) and _MIXED.search(value))) and _PLAIN.match(value) and not _NOT_ONE.search(value):
            yield name, setting, "a secret"
