"""What is required or missing is called by its name, and one credential of several by the name that it is kept under."""

import logging

logger = logging.getLogger(__name__)


def validate(provider, provided, fields):
    required_creds = fields[provider]
    missing = []
    for cred in required_creds:
        if cred not in provided:
            missing.append(cred)
    for token in fields.missing_tokens:
        logger.error("the provider needs %s", token)
    logger.error("please provide these values: %s", ", ".join(missing))


def log_in(spawn, context, session):
    credential = current(context, session)
    if credential != "default":
        logger.info(f"Using {credential} credential set for login into the device")
    spawn.sendline(context["logins"][credential])
