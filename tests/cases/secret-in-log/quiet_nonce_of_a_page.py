"""What a page shows as its nonce opens nothing."""

import logging
import secrets

logger = logging.getLogger(__name__)


def begin(context):
    token = secrets.token_urlsafe(16)
    context.top.nonce = token
    logger.debug(f"set request nonce to {token}")
