import logging

logger = logging.getLogger(__name__)


def send(requests_to_send, mail):
    for one in requests_to_send:
        credentials = one["credentials"]
        logger.info("sending %s to %s", credentials, one["user"])  # expect: the credentials reach logger.info()
        mail.send(one["user"], credentials)


def connect(api_key, client):
    api_secret = api_key.split(":")[0]
    logger.info("connecting with %s", api_secret)  # expect: secret
    return client.connect(api_key)


def check(user, client_secret, store):
    if not store.matches(user, client_secret):
        logger.warning("client secret %s refused", client_secret)  # expect: secret
