# file: app/logs.py
import logging

logger = logging.getLogger("app")
# file: app/jobs.py
from app.logs import logger


class Worker:
    log = logger.getChild("worker")

    def run(self, job):
        logger.info("job", job)  # expect: no placeholder
        self.log.info("job %s %s", job)  # expect: 2 placeholders
