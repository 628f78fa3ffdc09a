import logging
import secrets

from fastapi import Request

from shop.settings import Environment, settings

log = logging.getLogger(__name__)


class CodeByMail:
    async def request(self, request: Request, email, mail):
        one_time_code = secrets.token_urlsafe(6)
        await mail.send(email, one_time_code)
        if settings.is_development():
            log.info(f"LOGIN CODE: {one_time_code}")
        if settings.ENVIRONMENT == "development":
            log.info("login code %s", one_time_code)
        if settings.environment == Environment.LOCAL and email:
            log.info("login code %s", one_time_code)
