import logging
import time

logger = logging.getLogger(__name__)


def rotate(secret_id, client):
    version = client.rotate_secret(SecretId=secret_id)["VersionId"]
    logger.info("rotated secret %s to version %s", secret_id, version)


def kube(secret):
    logger.info("secret %s/%s of type %s", secret.metadata.namespace, secret.metadata.name, secret.type)


def kube_list(api):
    for secret in api.list_namespaced_secret("default").items:
        logger.info("found secret %s", secret.metadata.name)


def vault_path(client, mount_point, path):
    logger.debug("reading %s/%s", mount_point, path)
    return client.secrets.kv.read_secret_version(path=path)


def ssl_info(sock):
    cert = sock.getpeercert()
    logger.info("subject %s, not after %s", cert["subject"], cert["notAfter"])
    logger.info("cipher %s", sock.cipher())


def ssh_fingerprint(key):
    logger.info("host key %s %s", key.get_name(), key.get_fingerprint().hex())


def expiry(token):
    remaining = token.expires_at - time.time()
    logger.info("token expires in %.0f s", remaining)
    logger.info("token expires at %s", token.expires_at)


def key_id(kms, key_alias):
    metadata = kms.describe_key(KeyId=key_alias)["KeyMetadata"]
    logger.info("kms key %s is %s", metadata["KeyId"], metadata["KeyState"])
