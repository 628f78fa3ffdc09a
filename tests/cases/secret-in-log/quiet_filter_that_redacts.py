import logging
import re


class RedactSecrets(logging.Filter):
    pattern = re.compile(r"(token|password)[=:]\S+")

    def filter(self, record):
        record.msg = self.pattern.sub(r"\1=***", record.getMessage())
        record.args = ()
        return True


logger = logging.getLogger(__name__)
logger.addFilter(RedactSecrets())


def login(user, password):
    logger.info("login %s password=%s", user, password)
