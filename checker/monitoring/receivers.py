"""Which receivers are meant to swallow, and which addresses are only examples."""

from __future__ import annotations

from checker import patterns as re
from checker.monitoring.model import Integration, Receiver, Setting

_SWALLOWING = re.compile(
    r"^[\"']?(?:null|none|nil|noop|no-?op|void|empty|blackhole|black[-_]hole|dev-?null|/dev/null|drop|discard|silent|silence|silenced|ignore"
    r"|ignored|mute|muted|sink|trash|nobody|nowhere|dummy|suppress\w*|info-?inhibitor|watchdog|dead-?mans?-?s(?:witch|nitch))[\"']?$",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"<(?:your|webhook|insert|enter|put|replace)\s[^>]{1,40}>"
    r"|<[^>\s]*(?:your|url|webhook|token|key|channel|change|id|secret|password|replace|slack|email|name|host)[^>\s]*>|\byour[-_ ]\w"
    r"|change[-_ ]?me|replace[-_ ]?(?:me|with|this|for|by)|\btodo\b|\bfixme\b|x{4,}|placeholder"
    r"|\b(?:123456(?:789)?|110201543):A[A-Z]|support\.discord\.com/hc/|api\.slack\.com/(?:messaging|incoming)"
    r"|hooks\.slack\.com/services/(?:t?0{3,}|x|t?\.\.\.|your|example|abc|foo|t00000000)|/services/\.\.\.",
    re.IGNORECASE,
)
_EXAMPLE_HOST = re.compile(
    r"(?:@|//(?:[^/\s@]*@)?(?:[\w-]+\.)*)(?:example\.[a-z]{2,6}|(?:your|my)-?(?:domain|company|corp|org|organi[sz]ation|team|site|host|server|email|mail)"
    r"\.\w+|domain\.com|company\.com|test\.com|acme\.(?:com|org|io))(?=[:/\s,]|$)"
    r"|(?:^|[\s,<])(?:\w*(?:user|person|name|someone|somebody|recipient|receiver|sender|test|foo|bar)\w*|alerts?|admins?|ops|devops|team|me|you|to|from)"
    r"@(?:e-?mail|test|foo|bar)\.com(?=[>\s,]|$)"
    r"|^\[[^\]\n]{2,40}\]$",
    re.IGNORECASE,
)
_SHIPPED = re.compile(r"^http://(?:127\.0\.0\.1|localhost):5001/?$")
"""The webhook of the file that Alertmanager's packages install, where nothing listens."""
_FRONT_PAGE = re.compile(
    r"^https?://hooks\.slack\.com/(?!(?:services|workflows|triggers|commands)/)"
    r"|^https?://(?:(?:www|app|hooks|events)\.)?(?:slack|pagerduty|discord|discordapp)\.com/?(?:services/?|api/?|api/webhooks/?)?$",
    re.IGNORECASE,
)
"""The page of a service, where a hook of one's own has a path."""
_FILLED_IN = re.compile(r"^(?:[A-Z][A-Z0-9]*_)+PLACEHOLDER$|^PLACEHOLDER(?:_[A-Z0-9]+)+$|^__\w+__$|^%%?\w+%%?$")
"""Words that a script replaces when the file is installed."""
_ADDRESSES = re.compile(
    r"(?:^|[._])(?:url|api_url|webhook_url|webhookUrl|to|email|addresses|service_key|serviceKey|routing_key|integrationKey|api_key|apiKey|user_key|token|"
    r"bot_token|bottoken|channel|recipient|room_id|chat_id|chatid)$"
)

_ON_THE_WAY = ("proxy_url", "proxyUrl", "token_url", "tokenUrl")
"""Options of the client that sends, which are not where it sends to."""

_INHERITED = {
    "slack": ("slack_api_url", ("api_url", "api_url_file", "http_config.authorization.credentials")),
    "opsgenie": ("opsgenie_api_key", ("api_key", "api_key_file")),
    "victorops": ("victorops_api_key", ("api_key", "api_key_file")),
    "wechat": ("wechat_api_secret", ("api_secret",)),
}
"""Kind of integration to the option of ``global``, and the options of its own that come before it."""


def swallows(name: str) -> bool:
    """Whether a receiver's name says that nobody is to be told."""
    return bool(_SWALLOWING.match(name.strip()))


def is_empty(receiver: Receiver) -> bool:
    """Whether it reaches nobody."""
    return not receiver.integrations and not receiver.unknown


def example(integration: Integration) -> tuple[str, str] | None:
    """The option and the value that are only an example; ``None`` where it may be real."""
    for name, setting in integration.options.items():
        value = setting.value
        if _ADDRESSES.search(name) and not name.endswith(_ON_THE_WAY) and is_only_example(setting) and isinstance(value, str):
            return name, value
    return None


def without_address(integration: Integration) -> Setting | None:
    """The address that is there and empty, where it is the only one that the integration could send to."""
    held = {name.rpartition(".")[2]: one for name, one in integration.options.items()}
    for name, others in _SOLE.get(integration.kind, {}).items():
        found = held.get(name)
        if found is not None and found.value == "" and not found.unknown and not found.open and not any(one in held for one in others):
            return found
    return None


_SOLE: dict[str, dict[str, tuple[str, ...]]] = {
    "slack": {"api_url": ("api_url_file",), "url": ("token", "webhook_url")},
    "webhook": {"url": ("url_file",)}, "discord": {"webhook_url": ("webhook_url_file",), "url": ()},
    "msteams": {"webhook_url": ("webhook_url_file",)}, "teams": {"url": ()}, "email": {"to": (), "addresses": ()},
    "telegram": {"bot_token": ("bot_token_file",), "bottoken": ()}, "googlechat": {"url": ()},
}  # fmt: skip
"""Kind of integration to the options that hold the address, and what could stand in their place."""


def inherited(integration: Integration) -> str:
    """The option of Alertmanager's ``global`` that gives an integration its address, ``""`` where it has one of its own.

    https://prometheus.io/docs/alerting/latest/configuration/#file-layout-and-global-settings
    """
    option, own = _INHERITED.get(integration.kind, ("", ()))
    return option if not any(name in integration.options for name in own) else ""


def is_only_example(setting: Setting) -> bool:
    """Whether a value is known and only shows where one is to be put."""
    value = setting.value
    if setting.unknown or setting.open or not isinstance(value, str) or _FILLED_IN.match(value):
        return False
    return any(pattern.search(value.strip()) for pattern in (_PLACEHOLDER, _EXAMPLE_HOST, _SHIPPED, _FRONT_PAGE))
