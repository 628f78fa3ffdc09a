"""Who knows the key of a session is in it."""

import logging

from django.contrib.auth import login

logger = logging.getLogger(__name__)


def enter(request, user):
    login(request, user)
    logger.info("session %s begins", request.session.session_key)  # expect: the session's key reaches logger.info()
    logger.info("session of %s begins", user.pk)
