"""The same where the function only tidies what it is given."""

import logging
import re

logger = logging.getLogger(__name__)


def _joined(match):
    return match[1] + match[2]


def record(request):
    env = {}
    env.update(request.environ)
    if "HTTP_COOKIE" in env:
        env["HTTP_COOKIE"] = re.sub(r"(\w+) *; *(\w+)", _joined, env["HTTP_COOKIE"])
    logger.info("failed: %r", env)  # expect: reach


def sent(session, token):
    headers = {"Accept": "*/*", "Authorization": f"Bearer {token}"}
    headers["Authorization"] = re.sub(r"\s+", " ", headers["Authorization"])
    logger.debug("headers %s", headers)  # expect: reach
    return session.get("/", headers=headers)
