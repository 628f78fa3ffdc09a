import logging

import hvac

log = logging.getLogger(__name__)


def read(url, path):
    client = hvac.Client(url=url)
    answer = client.secrets.kv.v2.read_secret_version(path=path)
    log.debug("lease %s", answer["lease_id"])
    log.debug("the vault has %s", sorted(answer["data"]["data"]))
    return answer["data"]["data"]
