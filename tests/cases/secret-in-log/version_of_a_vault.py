import logging

import hvac

log = logging.getLogger(__name__)


def read(url, path):
    client = hvac.Client(url=url)
    answer = client.secrets.kv.v2.read_secret_version(path=path)
    data = answer["data"]["data"]
    log.debug("the vault has %s", data)  # expect: the read secret version
    return data
