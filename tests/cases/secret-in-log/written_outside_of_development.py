import logging
import os
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


def show_token(signer, account):
    if os.getenv("SHOP_ENVIRONMENT", "") == "development":
        log.error("this is not for development")
        return
    token = signer.create_token(account)
    log.info(token)  # expect: the token reaches log.info()


def debug_in_production(message):
    if os.getenv("SHOP_ENVIRONMENT") in ["production", "staging"]:
        log.info(message)


def look(api_token):
    debug_in_production(f"asked with {api_token}")  # expect: the token reaches debug_in_production()
    if os.getenv("SHOP_ENVIRONMENT") not in ["staging", "development"]:
        log.info("asked with %s", api_token)  # expect: the token reaches log.info()
