import asyncio
import logging
import threading
from concurrent.futures import ThreadPoolExecutor

logger = logging.getLogger(__name__)
METHODS = {"short": len, "long": str}


def send(password):
    logger.info("connecting with %d characters", len(password))


def connect(password, loop, form):
    ThreadPoolExecutor().submit(send, password)
    loop.call_soon(logger.debug, "connecting with %d characters", len(password))
    loop.call_later(3, send, password)
    METHODS["short"](password)
    form.submit(password)


def start(password):
    threading.Thread(target=send, args=(password,)).start()


async def later(password):
    await asyncio.to_thread(send, password)
