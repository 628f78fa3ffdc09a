"""The beginning of a token under the token's own name, with a word in its place where there is none."""

import logging

logger = logging.getLogger(__name__)


def received(request):
    auth_header = request.headers.get("Authorization", "")
    logger.info("hook", extra={"auth_header": auth_header[:15] + "..." if auth_header else "None"})


def signed_in(token):
    logger.info("signed in", extra={"token": token[:8] + "..." if token else "none"})


def renewed(refresh_token):
    logger.info("renewed", extra={"refresh_token": refresh_token[-4:]})
