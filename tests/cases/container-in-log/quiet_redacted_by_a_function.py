"""Secrets of a mapping that are replaced where they stand, by what a function makes of them."""

import logging
import re

logger = logging.getLogger(__name__)


def _redact_match(match):
    return "%s[%d redacted]" % (match[1], len(match[2]))


def record(request):
    env = {}
    env.update(request.environ)
    if "HTTP_COOKIE" in env:
        env["HTTP_COOKIE"] = re.sub(r'(sid="?)([\w\-]+)', _redact_match, env["HTTP_COOKIE"])
    if "HTTP_AUTHORIZATION" in env:
        env["HTTP_AUTHORIZATION"] = re.sub(r"((?:Bearer )?)([\w\-]+)", _redact_match, env["HTTP_AUTHORIZATION"])
    logger.info("failed: %r", env)


def token_of(header):
    token = header.partition(" ")[2]
    logger.info("given %s", re.sub(r"(..)(.*)", _redact_match, token))
