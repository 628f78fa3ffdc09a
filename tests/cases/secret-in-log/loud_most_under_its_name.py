"""Most of a token, and all of a short password, under their own names."""

import logging

logger = logging.getLogger(__name__)


def received(request):
    auth_header = request.headers.get("Authorization", "")
    logger.info("hook", extra={"auth_header": auth_header[:60] + "..." if auth_header else "None"})  # expect: authorization header


def signed_in(password):
    logger.info("signed in", extra={"password": password[:12] if password else "none"})  # expect: password
