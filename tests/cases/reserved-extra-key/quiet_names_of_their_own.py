import logging

import structlog
from loguru import logger as loguru_logger

logger = logging.getLogger(__name__)
events = structlog.get_logger()


def register(user, plan, fields):
    logger.debug("registered", extra={"user_name": user.name, "plan": plan})
    logger.debug("registered", extra={"data": {"name": user.name}})
    logger.debug("registered", extra=fields)
    logger.debug("registered", extra={**fields, "user": user.id})
    logger.debug("registered", extra={"taskName": "register"})
    events.info("registered", extra={"name": user.name})
    loguru_logger.info("registered", extra={"name": user.name})
