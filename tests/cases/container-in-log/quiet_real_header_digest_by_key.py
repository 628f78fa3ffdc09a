import hashlib
import logging

logger = logging.getLogger(__name__)

SENSITIVE = ("Authorization", "Cookie", "X-Auth-Token", "X-Subject-Token")


def process(name, value):
    if name in SENSITIVE:
        digest = hashlib.sha256(value.encode()).hexdigest()
        return name, "{SHA256}" + digest
    return name, value


def log_request(method, url, headers):
    parts = [method, url]
    for header in headers.items():
        parts.append("-H '%s: %s'" % process(*header))
    logger.debug(" ".join(parts))
