import logging
import secrets

from shop.settings import settings

log = logging.getLogger(__name__)


class CodeByMail:
    async def request(self, email, mail):
        one_time_code = secrets.token_urlsafe(6)
        if settings.is_development():
            log.info("no mail is sent")
        else:
            log.info("login code %s", one_time_code)  # expect: the one-time code reaches log.info()
        if settings.ENVIRONMENT != "development":
            log.info("login code %s", one_time_code)  # expect: the one-time code reaches log.info()
        if settings.DEBUG:
            log.info("login code %s", one_time_code)  # expect: the one-time code reaches log.info()
        if settings.send_locally:
            log.info("login code %s", one_time_code)  # expect: the one-time code reaches log.info()
