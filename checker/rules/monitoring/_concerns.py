"""What the rules about missing concerns share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.model import Confidence
from checker.monitoring.concerns import about, is_read
from checker.monitoring.model import AlertRule
from checker.rule import Message


def unwatched(alert: AlertRule, project: Any, concern: str, least: int, told: str) -> Iterator[Message]:
    """One message at the project's first alert rule where none of its rules watches something."""
    first = next((one for one in project.monitored.alerts if one.environment == PRODUCTION), None)
    if alert is not first:
        return
    alerts = tuple(one for one in project.monitored.alerts if one.environment == PRODUCTION)
    if len(alerts) < least or next(about(alerts, concern), None) is not None:
        return
    unread = sum(not is_read(one) for one in alerts)
    doubt = f"; {unread} of them could not be read" if unread else ""
    text = f"{len(alerts)} alert rules, and none of them {told}{doubt}"
    yield Message(text, alert.span, confidence=Confidence.LOW if unread else None)
