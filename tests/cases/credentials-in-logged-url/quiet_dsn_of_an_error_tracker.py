"""Sentry's DSN is a key to write with that every page shows."""

import logging

import sentry_sdk

logger = logging.getLogger(__name__)


def start_sentry(dsn):
    logger.debug("reporting to %s", dsn)
    sentry_sdk.init(dsn=dsn)
