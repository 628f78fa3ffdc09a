from celery import shared_task
from celery.utils.log import get_task_logger

logger = get_task_logger(__name__)


@shared_task(bind=True, max_retries=3)
def provision(self, account_id, temporary_password):
    logger.info("provisioning %s", account_id)
    try:
        create_mailbox(account_id, temporary_password)
    except ConnectionError as error:
        logger.warning("mailbox of %s with %s: retry", account_id, temporary_password)  # expect: password
        raise self.retry(exc=error, countdown=30) from error


def create_mailbox(account_id, temporary_password):
    return account_id, bool(temporary_password)
