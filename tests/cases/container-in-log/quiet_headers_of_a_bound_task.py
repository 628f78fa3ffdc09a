"""What a bound task of Celery's is run with came from no browser."""

import logging

from celery import shared_task

logger = logging.getLogger(__name__)


@shared_task(bind=True)
def work(self, number):
    logger.info("task %s with headers %s", number, self.request.headers)
