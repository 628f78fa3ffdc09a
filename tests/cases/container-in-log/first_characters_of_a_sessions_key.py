import logging

from django.http import HttpRequest

logger = logging.getLogger(__name__)


def redirect(request: HttpRequest):
    logger.debug("session %s goes to the single sign-on", request.session.session_key[:5])
    logger.debug("session %s goes to the single sign-on", request.session.session_key)  # expect: the session's key
    return request.get_full_path()
