import logging


class Redact(logging.Filter):
    def filter(self, record):
        record.msg = "***"
        record.args = ()
        return True


logger = logging.getLogger(__name__)
redact = Redact()
logger.addFilter(redact)


def change(password):
    logger.info("new password %s", password)
