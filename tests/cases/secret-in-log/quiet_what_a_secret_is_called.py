import logging

logger = logging.getLogger(__name__)


def send(requests_to_send, mail):
    for one in requests_to_send:
        credentials_name = one["credentials"]
        logger.info("sending %s to %s", credentials_name, one["user"])
        mail.send(one["user"], credentials_name)


def connect(api_key, client):
    organisation_id = api_key.split(":")[1]
    logger.info("connecting to the account %s", organisation_id)
    return client.connect(api_key)


def environment(secrets, store):
    for secret in secrets:
        if not store.exists(secret.secret):
            logger.warning(f"Secret '{secret.secret}' not configured in {store.name}")


def decrypted(config, client):
    secret = config["secret"]
    logger.debug("reading %s", secret)
    return client.access_secret_version(name=secret).payload.data.decode("utf-8")
