import logging

from shelves.config import config

logger = logging.getLogger(__name__)


def grant_billing(account, role):
    project = config["BILLING_PROJECT_FOR_SIGNED_URLS"]
    logger.info("gave %s the role %s in %s", account, role, project)


def expire(provider_for_presigned_url, seconds):
    logger.info("%s signs for %d seconds", provider_for_presigned_url, seconds)
