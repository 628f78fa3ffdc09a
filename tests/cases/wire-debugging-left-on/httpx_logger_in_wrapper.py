import logging

import httpx


def configure():
    logging.basicConfig(level=logging.WARNING)
    logging.getLogger("httpcore").setLevel(logging.DEBUG)  # expect:


configure()
client = httpx.Client()
