"""What was loaded from the file is what the jar holds."""

import logging
from http.cookiejar import LWPCookieJar

logger = logging.getLogger(__name__)


def refresh(url, path):
    cookies = LWPCookieJar(path)
    cookies.load(ignore_discard=True)
    logger.info("loaded the jar %s", cookies)  # expect: the request's cookies
    return cookies
