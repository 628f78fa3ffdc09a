"""The token by which a film may be changed is a secret, whatever it belongs to."""

import logging

from celery import shared_task

from films.models import Film

logger = logging.getLogger(__name__)


@shared_task
def encode(edit_token):
    try:
        film = Film.objects.get(edit_token=edit_token)
    except Film.DoesNotExist:
        logger.info("failed to get film with edit_token %s", edit_token)  # expect: the token reaches logger.info()
        return False
    return film.encode()
