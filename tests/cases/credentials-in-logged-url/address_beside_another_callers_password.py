"""What one caller of a helper gives is another leak than what the next one does: both are told."""

import logging
from contextlib import contextmanager

import aio_pika

logger = logging.getLogger(__name__)


@contextmanager
def step(what, *values):
    what = what.strip()
    logger.info(f"begin {what}", *values)  # expect: the database URL reaches logger.info()
    yield
    logger.info("done")


async def is_up(url):
    with step(f"asking the broker at {url}"):
        async with await aio_pika.connect(url):
            return True


async def enrol(store, password):
    with step(f"enrolling with {password}"):
        return await store.enrol(password)
