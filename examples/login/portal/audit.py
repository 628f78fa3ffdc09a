"""The portal's security records."""

import logging

_log = logging.getLogger("portal.audit")


def record(event: str, **details: object) -> None:
    """Write one security record."""
    _log.warning("%s %r", event, details)
