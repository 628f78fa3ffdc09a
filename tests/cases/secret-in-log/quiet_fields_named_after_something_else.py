import logging

import structlog

log = structlog.get_logger()
logger = logging.getLogger(__name__)


def audit(entry, event, token):
    log.info("audit.event", user_id=entry.user_id, api_key=entry.api_key_prefix, resource=entry.resource)
    log.info("key.used", api_key=entry.key_id, token=entry.token_hash, password=entry.has_password)
    log.info("token.revoked", token=token.id, secret=event["secret_name"])
    logger.info("used", extra={"api_key": entry.key_id, "token": entry.token_hash})
