"""Who looks for a login in an address only to refuse it hands none on, by an exception or by nothing."""

import logging
from urllib.parse import urlparse

log = logging.getLogger(__name__)


def back_to(address, allowed):
    parsed = urlparse(address)
    if not parsed.netloc or parsed.username or parsed.password:
        log.warning("an address that nobody is sent back to")
        return None
    if parsed.netloc.lower() in allowed:
        return address
    log.warning("nobody is sent back to %s", address[:100])
    return None
