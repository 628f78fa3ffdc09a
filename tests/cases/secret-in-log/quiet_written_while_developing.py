import logging
import os
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


def show_token(signer, account):
    if os.getenv("SHOP_ENVIRONMENT", "") not in ["development", "test"]:
        log.error("this is for development only")
        return
    token = signer.create_token(account)
    log.info(token)


def debug_outside_of_production(message):
    if os.getenv("SHOP_ENVIRONMENT") not in ["production"]:
        log.info(message)


async def look(request: Request, api_token):
    debug_outside_of_production(f"asked with {api_token}")
