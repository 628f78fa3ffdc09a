import base64
import logging

from kubernetes import client

log = logging.getLogger(__name__)


def read(namespace, name):
    core = client.CoreV1Api()
    secret = core.read_namespaced_secret(name, namespace)
    log.info("read %s of type %s", secret.metadata.name, secret.type)
    log.info("keys %s", list(secret.data))
    log.info("keys %s", sorted(secret.data.keys()))
    log.info("%d keys", len(secret.data))
    log.debug("data %s", secret.data)  # expect: Kubernetes secret's data
    return {key: base64.b64decode(value) for key, value in secret.data.items()}
