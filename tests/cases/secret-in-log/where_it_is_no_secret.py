"""What a test has found to be no secret is shown."""

import logging

log = logging.getLogger(__name__)


def show(field, password, is_secret):
    if not is_secret:
        log.info("value %s", password)
    if is_secret:
        log.info("value %s", password)  # expect: the password
    else:
        log.info("value %s", password)
    if not field.is_sensitive() and field:
        log.info("value %s", password)
    if not is_secret or field:
        log.info("value %s", password)  # expect: the password
    if not field:
        log.info("value %s", password)  # expect: the password
