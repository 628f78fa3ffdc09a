"""A token that is put together of a prefix of the module and of names says where something lies."""

import logging
import uuid

logger = logging.getLogger(__name__)
_TOKEN_PREFIX = "blob:"


class Payloads:
    def __init__(self, container_name, client):
        self._container_name = container_name
        self._client = client

    def upload(self, data):
        blob_name = uuid.uuid4().hex
        token = f"{_TOKEN_PREFIX}{self._container_name}:{blob_name}"
        logger.debug("%d bytes are at %s", len(data), token)
        return token

    def download(self, token):
        logger.debug("reading %s", token)
        return self._client.read(token)
