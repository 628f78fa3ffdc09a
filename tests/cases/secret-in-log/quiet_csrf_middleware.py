import logging

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed

logger = logging.getLogger(__name__)

CSRF_MIDDLEWARE = "django.middleware.csrf.CsrfViewMiddleware"


class RequireCsrf:
    def __init__(self, get_response):
        if CSRF_MIDDLEWARE not in settings.MIDDLEWARE:
            logger.error("%s is not in MIDDLEWARE", CSRF_MIDDLEWARE)
            raise MiddlewareNotUsed(CSRF_MIDDLEWARE)
        logger.debug("csrf cookie is called %s", settings.CSRF_COOKIE_NAME)
        logger.debug("auth validators: %d", len(settings.AUTH_PASSWORD_VALIDATORS))
        self.get_response = get_response
