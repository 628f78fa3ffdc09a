"""What the rules about shippers share: which addresses are other hosts, which tags meet, which words are about security."""

from __future__ import annotations

import re
from typing import Any

from checker.logconfig.model import DEVELOPMENT, TEST, Setting
from checker.model import Confidence
from checker.monitoring.model import EVERYWHERE, Collector, Endpoint

_LOCAL = re.compile(r"^(?:localhost|127\.\d+\.\d+\.\d+|::1|\[::1\]|0\.0\.0\.0|host\.docker\.internal|/.*|unix:.*|)$", re.IGNORECASE)
_INSIDE = re.compile(
    r"^[^.:]+$|_|\.svc(?:\.|$)|\.cluster\.local\.?$|\.(?:internal|local|lan|docker|consul)\.?$"
    r"|\.(?:loki|elasticsearch|opensearch|logstash|fluentd|kafka|graylog|victorialogs|vector)\.?$",
    re.IGNORECASE,
)
"""Container names may hold dots too (``shop.loki``): an underscore or the name of a program at the end is in no public name."""
_ANY = frozenset((EVERYWHERE, "::", "[::]", "*", ""))
NO_LOGS = frozenset(
    ("cpu", "mem", "disk", "netif", "proc", "head", "health", "random", "dummy", "thermal", "node_exporter_metrics", "fluentbit_metrics",
     "process_exporter_metrics", "prometheus_scrape", "podman_metrics", "nginx_metrics", "windows_exporter_metrics", "xbee", "gpu_metrics",
     "generator", "heartbeat", "stdin", "internal_metrics", "host_metrics", "internal_logs", "demo_logs", "static_metrics")
)  # fmt: skip
SECURITY = re.compile(
    r"(?<![a-z])(?:log-?(?:in|on)s?|sign-?in|auth(?:n|z|priv|entication|orization|enticate[d]?|orized)?|unauthori[sz]ed|forbidden|denied|refused"
    r"|passwords?|passwd|sudo|sshd?|audit(?:ed)?|security|privileges?|permissions?|lockout|locked|csrf|mfa|otp|credentials?|intrusion|attack|40[13])"
    r"(?![a-z0-9])",
    re.IGNORECASE,
)


def host_of(target: Endpoint | None) -> str:
    """The host, ``""`` where it is none or not known."""
    held = target.host if target is not None else None
    if held is None or held.unknown or held.open or not isinstance(held.value, str):
        return ""
    return "" if "<" in held.value or "…" in held.value else held.value.strip()


def is_remote(host: str) -> bool:
    """Whether it is another machine, as far as its name tells."""
    return bool(host) and not _LOCAL.match(host)


def is_inside(host: str) -> bool:
    """Whether the name is one of a container network or a cluster."""
    return bool(_INSIDE.search(host))


def listens_everywhere(address: Setting | None) -> bool:
    """Whether it is bound to every address of the machine."""
    return address is not None and not address.unknown and str(address.value if address.value is not None else "").strip() in _ANY


def less_sure(collector: Collector) -> Confidence | None:
    """Low for examples and tests."""
    return Confidence.LOW if collector.environment in (DEVELOPMENT, TEST) else None


def joined(collector: Collector, project: Any) -> list[Collector]:
    """The other files of the same kind and folder, with which it may be started as one configuration."""
    folder = collector.span.path.rpartition("/")[0]
    others = (one for one in project.monitored.collectors if one.kind == collector.kind and one.span.path != collector.span.path)
    return [one for one in others if one.span.path.rpartition("/")[0] == folder]


def carries_logs(collector: Collector) -> bool:
    """Whether some input brings log records, and not only measurements or made-up ones."""
    return any(one.kind not in NO_LOGS for one in collector.inputs)


def meets(pattern: str, tag: str) -> bool:
    """Whether some tag fits both patterns, in which a star stands for anything."""
    return _meets(pattern[:200], tag[:200], {})


def _meets(one: str, other: str, known: dict[tuple[int, int], bool]) -> bool:
    """Both read from the left; a star takes nothing, or one sign of the other."""
    key = len(one), len(other)
    if key in known:
        return known[key]
    if not one or not other:
        known[key] = not one.strip("*") and not other.strip("*")
    elif one[0] == "*":
        known[key] = _meets(one[1:], other, known) or _meets(one, other[1:], known)
    elif other[0] == "*":
        known[key] = _meets(one, other[1:], known) or _meets(one[1:], other, known)
    else:
        known[key] = one[0] == other[0] and _meets(one[1:], other[1:], known)
    return known[key]
