# file: app/report.py
import logging

logger = logging.getLogger(__name__)


class Tracker:
    def problem(self, what):
        self.keep(what)

    def keep(self, what):
        logger.error("a problem: %s", what)


tracker = Tracker()
# file: app/jobs.py
import sentry_sdk
from loguru import logger

from app.report import tracker


class Jobs:
    def run(self, job):
        try:
            job.process()
        except Exception:
            tracker.problem("job")
        try:
            job.process()
        except Exception as error:
            sentry_sdk.capture_exception(error)
        try:
            job.process()
        except Exception:
            logger.opt(exception=True).warning("no job")
        try:
            job.process()
        except Exception as error:
            self.errors.append(error)
        try:
            job.process()
        except Exception:
            self.failed = True
        try:
            job.process()
        except Exception:
            self.on_failure(job)
        done = False
        try:
            job.process()
            done = True
        except Exception:
            pass
        if not done:
            raise RuntimeError("not done")

    def tell(self, job):
        try:
            job.process()
        except Exception as error:
            return error
