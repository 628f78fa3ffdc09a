import logging
import os

logger = logging.getLogger(__name__)
HEADERS = {"Authorization": f"Bearer {os.environ['SERVICE_TOKEN']}", "Accept": "*/*"}


def headers_for(token):
    return {"Authorization": f"Bearer {token}", "Accept": "*/*"}


def ask(client):
    token = os.environ["SERVICE_TOKEN"]
    headers = headers_for(token)
    logger.debug("sending %s", [*headers])
    logger.debug("sending %s", [*HEADERS])
    logger.debug("sending %s", {*headers})
    logger.debug("sending %s", [name.lower() for name in HEADERS])
    for name in HEADERS:
        logger.debug("sending %s", name)
    logger.debug("sending %s", [*headers.values()])  # expect: token
    logger.debug("sending %s", [token, *headers])  # expect: token
    return client.get("/", headers=headers)
