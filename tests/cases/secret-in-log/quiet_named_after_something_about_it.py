"""The last word of a compound says what it is: a plan, a purpose, a delta, a verdict; not the key that it is about."""

import logging

logger = logging.getLogger(__name__)


def subscribed(account):
    api_key_plan = account.plan_of_key()
    logger.info("account %s: %s", account.number, api_key_plan)


class Vault:
    def __init__(self, credential_purpose, secret_projection):
        self.credential_purpose = credential_purpose
        self.secret_projection = secret_projection

    def mount(self):
        logger.info("mounting for %s as %s", self.credential_purpose, self.secret_projection)


def refused(user, password_weakness, access_token_origin):
    logger.warning("%s: %s", user, password_weakness)
    raise PermissionError(f"sign in again, {access_token_origin}")


def spent(budget):
    auth_token_delta = budget.before - budget.after
    record = {"delta": auth_token_delta, "login_token_trend": budget.trend}
    logger.debug("spent %s", record)
