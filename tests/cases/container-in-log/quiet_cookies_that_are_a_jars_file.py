"""The file of a jar, the names of some, and what is no cookies at all."""

import logging
from http.cookiejar import LWPCookieJar

logger = logging.getLogger(__name__)


def refresh(url, cookies):
    jar = LWPCookieJar(cookies)
    jar.load(ignore_discard=True)
    logger.info("loaded the jar %s", cookies)
    return jar


def normalized(cookies):
    if isinstance(cookies, dict):
        return cookies
    logger.warning("dropping an invalid cookies object: %r", cookies)
    return {}


class Login:
    def timed_out(self, context):
        cookie_names = ",".join(sorted({c.get("name", "") for c in context.cookies()}))
        logger.info("timed out", extra={"last_cookies": cookie_names or "<none>"})
