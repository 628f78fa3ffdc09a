import logging

import httpx

logger = logging.getLogger(__name__)


def send(text, settings):
    url = f"https://chat.example.com/bot{settings.bot_token}/send"
    response = httpx.post(url, json={"text": text})
    response.raise_for_status()


def flush(queue, settings):
    try:
        pending = queue.drain()
        for text in pending:
            try:
                send(text, settings)
            except httpx.HTTPError:
                logger.exception("flush failed")  # expect: the URL with its token reaches logger.exception()
        queue.close()
    except Exception:  # of the queue: what sending raises is caught above
        logger.exception("the queue failed")


def flush_or_stop(queue, settings):
    try:
        for text in queue.drain():
            try:
                send(text, settings)
            except httpx.HTTPError:
                queue.put_back(text)
                raise
    except Exception:
        logger.exception("flush failed")  # expect: the URL with its token reaches logger.exception()


def flush_what_can_be_read(queue, settings):
    try:
        for text in queue.drain():
            try:
                send(text, settings)
            except UnicodeError:
                logger.warning("a text that nobody can read")
    except Exception:
        logger.exception("flush failed")  # expect: the URL with its token reaches logger.exception()
