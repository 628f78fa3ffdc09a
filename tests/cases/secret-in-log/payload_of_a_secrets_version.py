"""Google's secret manager answers with the secret below ``.payload.data``."""

import logging

from google.cloud import secretmanager

log = logging.getLogger(__name__)


def read(client: secretmanager.SecretManagerServiceClient, name: str) -> str:
    answer = client.access_secret_version(name=name)
    value = answer.payload.data.decode("utf-8")
    log.info("version %s was read", answer.name)
    log.debug("it holds %s", value)  # expect: access secret version
    return value


def read_at_once(client: secretmanager.SecretManagerServiceClient, name: str) -> bytes:
    data = client.access_secret_version(name=name).payload.data
    log.debug("it holds %r", data)  # expect: access secret version
    log.debug("it holds %d bytes", len(data))
    return data
