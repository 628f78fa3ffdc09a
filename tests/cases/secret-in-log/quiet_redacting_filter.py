# file: shop/__init__.py
# file: shop/logs.py
import logging
import re

PATTERN = re.compile(r"(password|token)=\S+")


class Redact(logging.Filter):
    def filter(self, record):
        record.msg = PATTERN.sub(r"\1=***", record.getMessage())
        record.args = ()
        return True


def setup():
    handler = logging.StreamHandler()
    handler.addFilter(Redact())
    logging.getLogger().addHandler(handler)
# file: shop/login.py
import logging

log = logging.getLogger(__name__)


def login(user, password):
    log.info("login user=%s password=%s", user, password)
