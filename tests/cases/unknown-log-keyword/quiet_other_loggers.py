import logging

import structlog
from loguru import logger as loguru

log = structlog.get_logger()
plain = logging.getLogger(__name__)


class Fields(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"{msg} {kwargs}", {}


def order(cart, logger, **more):
    fields = Fields(plain, {})
    fields.info("ordered", cart=cart.id)
    log.info("ordered", cart=cart.id)
    loguru.info("ordered {cart}", cart=cart.id)
    logger.info("ordered", cart=cart.id)
    plain.info("ordered", **more)
    plain.log(level=20, msg="ordered", stacklevel=2)
