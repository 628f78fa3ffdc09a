from celery import shared_task
from celery.utils.log import get_task_logger

logger = get_task_logger(__name__)


def dial(account, pin):
    if len(pin) != 4:
        raise ValueError(f"{pin} is no pin of {account}")  # expect: pin


@shared_task(bind=True)
def call(self, account, pin):
    try:
        dial(account, pin)
    except ValueError as error:
        logger.error("call failed: %r", error)
        raise self.retry(exc=error) from error
