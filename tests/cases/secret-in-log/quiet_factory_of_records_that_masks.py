"""Every record is made by a function that puts stars in the place of what looks like a secret."""

import logging
import re

SECRETS = re.compile(r"(?i)(bearer\s+|password=|token=)\S+")
made_before = logging.getLogRecordFactory()


def make(*args, **kwargs):
    record = made_before(*args, **kwargs)
    record.msg = SECRETS.sub(r"\1***", record.getMessage())
    record.args = ()
    return record


logging.setLogRecordFactory(make)
logger = logging.getLogger(__name__)


def sign_in(user, password):
    logger.info("user=%s password=%s", user, password)
