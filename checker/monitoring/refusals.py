"""Why Alertmanager refuses a configuration whose options it all knows: what its root may not have, what stands twice, what is missing.

Source: `config.UnmarshalYAML` of Alertmanager and the methods of that name in its notifiers (0.15 to 0.28), which older ones have as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from checker import patterns as re
from checker.logconfig.values import Items, Map, Value
from checker.model import Span
from checker.monitoring.fields import duration, entries, flag, items, reference, text
from checker.monitoring.model import Refusal

_DEEPEST = 20
_NO_ADDRESS = re.compile(r"[\w.-]*[a-z][\w.-]*")
"""A word where an address has to stand; one in capitals may be what a script replaces."""
_ADDRESSES = {"slack_configs": "api_url", "webhook_configs": "url", "discord_configs": "webhook_url", "msteams_configs": "webhook_url",
              "msteamsv2_configs": "webhook_url", "mattermost_configs": "webhook_url"}  # fmt: skip
_LABEL = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]*")
_ALL = "..."
_MATCHERS = ("match", "match_re", "matchers")
_OF_TIME = ("mute_time_intervals", "active_time_intervals")
_GLOBAL = (
    "slack_api_url", "slack_app_token", "opsgenie_api_key", "victorops_api_key", "telegram_bot_token", "smtp_auth_password",
    "smtp_auth_secret", "rocketchat_token", "rocketchat_token_id", "wechat_api_secret", "mattermost_webhook_url",
)  # fmt: skip
"""Options of ``global`` that may be given in a file of their own instead."""


class _Needed(msgspec.Struct, frozen=True):
    """What an integration cannot do without."""

    own: tuple[str, ...]
    """Its options, any of which will do, each also as a file."""
    general: tuple[str, ...] = ()
    """Options of ``global`` that are taken where it has none."""


_NEEDED: dict[str, tuple[_Needed, ...]] = {
    "slack_configs": (_Needed(("api_url", "app_token"), ("slack_api_url", "slack_app_token")),),
    "opsgenie_configs": (_Needed(("api_key",), ("opsgenie_api_key",)),),
    "victorops_configs": (_Needed(("api_key",), ("victorops_api_key",)),),
    "wechat_configs": (_Needed(("api_secret",), ("wechat_api_secret",)),),
    "telegram_configs": (_Needed(("bot_token",), ("telegram_bot_token",)),),
    "mattermost_configs": (_Needed(("webhook_url",), ("mattermost_webhook_url",)),),
    "rocketchat_configs": (_Needed(("token",), ("rocketchat_token",)), _Needed(("token_id",), ("rocketchat_token_id",))),
    "discord_configs": (_Needed(("webhook_url",)),),
    "msteams_configs": (_Needed(("webhook_url",)),),
    "msteamsv2_configs": (_Needed(("webhook_url",)),),
    "webhook_configs": (_Needed(("url",)),),
    "pagerduty_configs": (_Needed(("routing_key", "service_key")),),
    "pushover_configs": (_Needed(("user_key",)), _Needed(("token",))),
    "email_configs": (_Needed(("to",)), _Needed(("smarthost",), ("smtp_smarthost",)), _Needed(("from",), ("smtp_from",))),
    "sns_configs": (_Needed(("topic_arn", "target_arn", "phone_number")),),
}  # fmt: skip


def refusals(held: Mapping[str, Value], *, whole: bool) -> Iterator[Refusal]:
    """Each reason, with its place; what is missing only where a file is the ``whole`` of a configuration."""
    route, general = held["route"], entries(held.get("global"))
    yield from _root(route)
    yield from _routes(route, 0)
    yield from _intervals(held)
    yield from _both(general, _GLOBAL, "global")
    yield from _addressed(general, "slack_api_url", "global")
    for receiver in items(held["receivers"]):
        inner = entries(receiver)
        name = text(inner.get("name"))
        if "name" not in inner:
            yield Refusal("a receiver has no name", receiver.span)
        for kind, needed in _NEEDED.items():
            for one in items(inner.get(kind)):
                if not isinstance(one.data, Map):
                    continue
                own = entries(one)
                yield from _both(own, [option for need in needed for option in need.own], f"{kind} of {name}")
                missing = [need for need in needed if not _given(own, general, need)]
                if whole and missing and not one.data.more and "http_config" not in own:
                    yield Refusal(f"{kind} of {name} have {_wanted(missing[0])}", one.span)
                yield from _addressed(own, _ADDRESSES.get(kind, ""), f"{kind} of {name}")


def _root(route: Value) -> Iterator[Refusal]:
    """What the route may not have that takes what no other takes."""
    held = entries(route)
    if "receiver" not in held and not route.data.more:
        yield Refusal("the root route has no receiver", route.span)
    for key in (*_MATCHERS, *_OF_TIME):
        if key in held and (_filled(held[key])):
            what = "matchers" if key in _MATCHERS else "time intervals"
            yield Refusal(f"the root route may not have {what}, since it takes what no other takes", _place(route, key))
    if flag(held.get("continue")) is True:
        yield Refusal("the root route may not have `continue`", _place(route, "continue"))


def _routes(route: Value, depth: int) -> Iterator[Refusal]:
    held = entries(route)
    labels = [label for one in items(held.get("group_by")) if (label := reference(one)) is not None and not label.unknown]
    seen: set[str] = set()
    for label in labels:
        if label.name in seen:
            yield Refusal(f"`group_by` has {label.name} twice", label.span)
        elif label.name == _ALL and len(labels) > 1:
            yield Refusal("`group_by` has other labels beside `...`, which stands for all", label.span)
        elif label.name != _ALL and not _LABEL.fullmatch(label.name) and label.name.startswith(("$", "-", "{", "[")):
            yield Refusal(f"`group_by` has {label.name}, which is no label", label.span)
        seen.add(label.name)
    for key in ("group_interval", "repeat_interval"):
        if key in held and not (lasts := duration(held[key])).unknown and lasts.value == 0:
            yield Refusal(f"`{key}` is zero", _place(route, key))
    for below in items(held.get("routes")) if depth < _DEEPEST else ():
        if isinstance(below.data, Map):
            yield from _routes(below, depth + 1)


def _intervals(held: Mapping[str, Value]) -> Iterator[Refusal]:
    """Time intervals that have no name, and names that two have."""
    seen: set[str] = set()
    for key in ("mute_time_intervals", "time_intervals"):
        for one in items(held.get(key)):
            inner = entries(one)
            named = reference(inner.get("name"))
            if isinstance(one.data, Map) and "name" not in inner and not one.data.more:
                yield Refusal("a time interval has no name", one.span)
            elif named is not None and named.name and not named.unknown:
                if named.name in seen:
                    yield Refusal(f"two time intervals are called {named.name}", named.span)
                seen.add(named.name)


def _both(held: Mapping[str, Value], names: Sequence[str], where: str) -> Iterator[Refusal]:
    """Options that are given twice: as they are, and as the file that holds them."""
    for name in names:
        other = f"{name}_file"
        if name in held and other in held and _filled(held[name]) and _filled(held[other]):
            yield Refusal(f"{where} has both `{name}` and `{other}`", held[other].span)


def _addressed(held: Mapping[str, Value], option: str, where: str) -> Iterator[Refusal]:
    """An address without ``http://`` or ``https://``: a word that says what is to be put there."""
    given = held.get(option)
    if given is not None and given.known and not given.open and isinstance(given.data, str) and _NO_ADDRESS.fullmatch(given.data):
        yield Refusal(f"`{option}` of {where} is no address: it begins with neither http:// nor https://", given.span)


def _given(own: Mapping[str, Value], general: Mapping[str, Value], need: _Needed) -> bool:
    names = [(own, name) for name in need.own] + [(general, name) for name in need.general]
    return any(name in held or f"{name}_file" in held for held, name in names)


def _wanted(need: _Needed) -> str:
    options = " nor ".join(f"`{name}`" for name in need.own)
    general = f", and global no `{need.general[0]}`" if need.general else ""
    return f"{'neither' if len(need.own) > 1 else 'no'} {options}{general}"


def _filled(value: Value) -> bool:
    """Whether it is known and not empty."""
    data = value.data
    if isinstance(data, Map):
        return bool(data.entries)
    return bool(data.values) if isinstance(data, Items) else value.known and data not in (None, "")


def _place(value: Value, key: str) -> Span:
    found: Span = value.data.keys.get(key, value.span)
    return found
