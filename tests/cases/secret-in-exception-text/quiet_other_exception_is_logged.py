import logging

logger = logging.getLogger(__name__)


class Wrong(Exception):
    pass


class Slow(Exception):
    pass


def ask(server, pin):
    if server.slow:
        raise Slow(f"{server.name} did not answer")
    raise Wrong("wrong pin")


def run(server, pin):
    try:
        ask(server, pin)
    except Slow as error:
        logger.warning("slow: %s", error)
    except Wrong:
        logger.info("a wrong pin")
