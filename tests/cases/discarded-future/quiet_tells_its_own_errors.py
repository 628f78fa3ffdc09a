import asyncio
import functools
import logging
from concurrent.futures import ThreadPoolExecutor

logger = logging.getLogger(__name__)


def told(function):
    @functools.wraps(function)
    def wrapper(*args):
        try:
            return function(*args)
        except Exception:
            logger.exception("%s failed", function.__name__)

    return wrapper


class Reporter:
    def __init__(self, client, loop):
        self.client = client
        self.loop = loop
        self.pool = ThreadPoolExecutor()

    def order(self, event):
        self.pool.submit(self._send, event)
        self.pool.submit(self._count, event)

    def arrived(self, line, queue, ready):
        asyncio.run_coroutine_threadsafe(queue.put(line), self.loop)
        self.pool.submit(ready.set)

    def _send(self, event):
        try:
            self.client.post(event)
        except Exception:
            logger.exception("the event was not sent")

    @told
    def _count(self, event):
        self.client.count(event)

    def close(self):
        self.pool.submit(self.client.close)
        asyncio.run_coroutine_threadsafe(self.client.aclose(), self.loop)


class Answering:
    def __init__(self, model, queue, lock, loop):
        self.model = model
        self.queue = queue
        self.lock = lock
        self.loop = loop
        self.pool = ThreadPoolExecutor()

    def ask(self, question, answered):
        def run():
            try:
                answer = self.model.load().answer(question)
            except BaseException as error:
                answer = error
            answered(answer)

        self.pool.submit(run)
        asyncio.run_coroutine_threadsafe(self._push([question]), self.loop)

    async def _push(self, parts):
        async with self.lock:
            for part in parts:
                self.queue.put_nowait(part)
