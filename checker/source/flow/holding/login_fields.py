"""Fields of records that log somebody in, though no secret is what they are called: headers, cookies, the environment of a program."""

from __future__ import annotations

from checker.source.ir import Field
from checker.source.lexicon import annotated
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls

_SENT = frozenset({"headers", "cookies"})
_ADDRESSES = frozenset({"url", "uri", "base_url", "endpoint", "server_url"})
_REACHED = frozenset(
    {"server", "client", "config", "configuration", "connection", "settings", "transport", "provider", "params", "parameters"}
)
"""Words of records that say how something else is reached: by an address, and with headers."""
_ANSWERED = frozenset({"response", "result", "answer", "reply"})
_STARTED = frozenset({"command", "cmd"})
_ENVIRONMENTS = frozenset({"env", "environment", "env_vars", "environment_variables"})
"""Fields of records that say how a program is started."""


def carries(cls: Cls, field: Field) -> str:
    """What a record's field holds that logs somebody in: headers or cookies of a request, headers by which a server is reached, the
    environment that a program is started with; ``""`` where it is nothing of the kind."""
    name, words = field.name, split(cls.name)
    if name in _SENT and "request" in words:
        return name
    if not annotated.is_mapping(field.annotation.removeprefix("typing.").removeprefix("Optional ")):
        return ""
    beside = {one.name for one in cls.record.fields}
    if name == "headers" and not beside.isdisjoint(_ADDRESSES) and not _REACHED.isdisjoint(words) and _ANSWERED.isdisjoint(words):
        return name
    return "environment" if name in _ENVIRONMENTS and not beside.isdisjoint(_STARTED) else ""
