import logging


class Brace(logging.LogRecord):
    def getMessage(self):
        return str(self.msg).format(*self.args)


logging.setLogRecordFactory(Brace)
logger = logging.getLogger(__name__)


def run(job):
    logger.info("job {}", job)
