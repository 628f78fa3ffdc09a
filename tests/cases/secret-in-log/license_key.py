"""The key of software that is sold opens it for whoever has it."""

import logging

logger = logging.getLogger(__name__)


def activate(license_key, account):
    logger.info("activating %s with license key %s", account.name, license_key)  # expect: license key
    logger.info("activating %s with license key ...%s", account.name, license_key[-4:])
    logger.info("license key in %s", account.license_key_path)
