import logging

from django.conf import settings

logger = logging.getLogger(__name__)


def check_cookies(consent):
    logger.info("cookie consent: %s", consent)
    logger.info("session cookie %s lives %d s", settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_AGE)
    logger.info("secure: %s, same site: %s", settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_SAMESITE)
    cookie_count = len(consent.cookies)
    logger.debug("%d cookies, domain %s", cookie_count, settings.SESSION_COOKIE_DOMAIN)
