import logging

from tornado import gen

logger = logging.getLogger(__name__)


def numbers(total):
    for number in range(total):
        password = yield number
        logger.debug("asked with %s", password)


@gen.coroutine
def check(client, password):
    answer = yield client.login(password)
    logger.debug("logged in: %s", answer.status)
    raise gen.Return(answer.status)
