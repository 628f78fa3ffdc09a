import logging

import structlog
from loguru import logger as loguru_logger

log = logging.getLogger(__name__)
slog = structlog.get_logger()


def keywords(token):
    slog.info("login", token=token)  # expect: token
    slog.bind(token=token).info("login")  # expect: token
    bound = slog.bind(access_token=token)  # expect: token
    bound.info("x")
    loguru_logger.info("token {}", token)  # expect: token
    loguru_logger.info("token {t}", t=token)  # expect: token
    loguru_logger.bind(token=token).info("x")  # expect: token
    loguru_logger.opt(lazy=True).debug("{}", lambda: token)  # expect: token
    log.info("x", extra={"token": token})  # expect: token
    adapter = logging.LoggerAdapter(log, {"token": token})  # expect: token
    adapter.info("x")
    structlog.contextvars.bind_contextvars(token=token)  # expect: token
    with loguru_logger.contextualize(token=token):  # expect: token
        loguru_logger.info("x")
