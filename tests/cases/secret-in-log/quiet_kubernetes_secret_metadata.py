import logging

from kubernetes import client

logger = logging.getLogger(__name__)


def copy_secret(api: client.CoreV1Api, name: str, source: str, target: str) -> None:
    secret = api.read_namespaced_secret(name, source)
    logger.info("secret %s/%s of type %s", secret.metadata.namespace, secret.metadata.name, secret.type)
    logger.info("keys of the secret: %s", sorted(secret.data))
    secret.metadata = client.V1ObjectMeta(name=name, namespace=target)
    created = api.create_namespaced_secret(target, secret)
    logger.info("created %s, version %s", created.metadata.name, created.metadata.resource_version)
