import logging
import uuid
from abc import ABC, abstractmethod

logger = logging.getLogger(__name__)
_PREFIX = "blob:v1:"


class Store(ABC):
    @abstractmethod
    def upload(self, data):
        """Keep it, and say where."""


class BlobStore(Store):
    def __init__(self, client, container_name):
        self._client = client
        self._container_name = container_name

    def upload(self, data):
        blob_name = uuid.uuid4().hex
        self._client.put(self._container_name, blob_name, data)
        token = f"{_PREFIX}{self._container_name}:{blob_name}"
        logger.debug("uploaded %d bytes to %s", len(data), token)
        return token

    def download(self, token):
        container, blob_name = token[len(_PREFIX) :].split(":")
        data = self._client.get(container, blob_name)
        logger.debug("downloaded %d bytes from %s", len(data), token)
        return data


def put_outside(value, store):
    token = store.upload(value.encode())
    logger.debug("kept outside as %s", token)
    return token
