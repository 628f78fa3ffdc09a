import logging

from celery import shared_task

log = logging.getLogger(__name__)


@shared_task(bind=True)
def count(self, depot: int, max_tokens: int) -> None:
    log.info("task %s runs with %s", self.request.id, self.request.retries)
    log.info("args %s", self.request.args)


@shared_task(bind=True)
def mail_out(self, box: str, smtp_password: str) -> None:
    log.info("task %s of %s for the %s. time", self.request.id, self.name, self.request.retries)
