"""A function that makes every record and hides nothing."""

import logging

made_before = logging.getLogRecordFactory()


def make(*args, **kwargs):
    record = made_before(*args, **kwargs)
    record.request = "-"
    return record


logging.setLogRecordFactory(make)
logger = logging.getLogger(__name__)


def sign_in(user, password):
    logger.info("user=%s password=%s", user, password)  # expect: password
