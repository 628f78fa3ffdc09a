import logging

from celery import Celery, shared_task

log = logging.getLogger(__name__)
app = Celery("depot")


@app.task(bind=True, max_retries=3)
def mail_out(self, box: str, smtp_password: str) -> None:
    log.info("task %s runs with %s", self.request.id, self.request.kwargs)  # expect: their text shows the password
    log.warning("again: %r", self.request)  # expect: the task's arguments reach log.warning()


@shared_task(bind=True)
def charge(self, card: int, api_key: str) -> None:
    log.info("args %s", self.request.args)  # expect: their text shows the API key
