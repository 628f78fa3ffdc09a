"""What stands in everybody's address of a film is there to be seen."""

import logging

from celery import shared_task

from films.models import Film

logger = logging.getLogger(__name__)


@shared_task
def encode(friendly_token):
    try:
        film = Film.objects.get(friendly_token=friendly_token)
    except Film.DoesNotExist:
        logger.info("failed to get film with friendly_token %s", friendly_token)
        return False
    logger.info(f"encoding {film.friendly_token}")
    return True
