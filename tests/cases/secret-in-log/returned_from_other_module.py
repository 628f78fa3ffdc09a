# file: infra/vault.py
import hvac


def read_credential(path):
    client = hvac.Client()
    stored = client.secrets.kv.v2.read_secret_version(path=path)
    return stored["data"]["data"]["password"]
# file: infra/deploy.py
import logging

from infra.vault import read_credential

log = logging.getLogger(__name__)


def deploy(target):
    value = read_credential(f"deploy/{target}")
    log.info("deploying to %s with %s", target, value)  # expect: password
    return value
