import asyncio
import logging
import os
from functools import partial

from asgiref.sync import sync_to_async
from starlette.concurrency import run_in_threadpool

logger = logging.getLogger(__name__)


def read(name, upper=True):
    value = os.environ["DB_PASSWORD"]
    return value.upper() if upper else value


async def connect(loop, vault):
    value = await loop.run_in_executor(None, read, "db")
    logger.info("an executor's %s", value)  # expect: the password reaches logger.info()
    value = await asyncio.to_thread(read, "db")
    logger.info("a thread's %s", value)  # expect: the password reaches logger.info()
    value = await run_in_threadpool(read, "db")
    logger.info("a pool's %s", value)  # expect: the password reaches logger.info()
    value = await asyncio.to_thread(partial(read, "db", upper=False))
    logger.info("a thread's own %s", value)  # expect: the password reaches logger.info()
    value = await sync_to_async(read, thread_sensitive=True)("db")
    logger.info("Django's %s", value)  # expect: the password reaches logger.info()
    value = partial(read, "db")()
    logger.info("its own %s", value)  # expect: the password reaches logger.info()
    first, count = await asyncio.gather(vault.get_password("db"), vault.count())
    logger.info("of %s secrets", count)
    logger.info("together with others %s", first)  # expect: the password reaches logger.info()


async def hand_on(loop, password, name):
    await loop.run_in_executor(None, partial(logger.info, "of %s: %s", name, password))  # expect: the password reaches logger.info()
    await sync_to_async(logger.info)("of %s: %s", name, password)  # expect: the password reaches logger.info()
    await sync_to_async(logger.info)("of %s", name)


def run(vault):
    value = asyncio.run(vault.get_password("db"))
    logger.info("what a coroutine comes to %s", value)  # expect: the password reaches logger.info()
