import asyncio
import logging
import threading
from concurrent.futures import ThreadPoolExecutor

logger = logging.getLogger(__name__)
METHODS = {"info": logger.info, "error": logger.error}


def show(text):
    logger.info("connecting with %s", text)  # expect: the password reaches logger.info()


def connect(password, loop, level):
    ThreadPoolExecutor().submit(logger.info, "connecting with %s", password)  # expect: the password reaches logger.info()
    loop.call_soon(logger.debug, "connecting with %s", password)  # expect: the password reaches logger.debug()
    METHODS[level]("connecting with %s", password)  # expect: the password reaches
    (logger.info if level else logger.error)("connecting with %s", password)  # expect: the password reaches


def start(password):
    threading.Thread(target=show, args=(password,)).start()


async def later(password):
    await asyncio.to_thread(show, password)
