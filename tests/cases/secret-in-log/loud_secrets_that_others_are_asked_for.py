"""What a store gives is a secret; so is what no reader is asked for, what is asked whether it is text, and a PUK that is no file."""

import logging

from shop.keys import HashBasedKey

logger = logging.getLogger(__name__)


def decrypted(config, client):
    data = config["smtp"]
    secret = data["secret"]
    logger.debug("reading with %s", data["secret"])  # expect: the secret
    return client.login(secret)


def automation(cluster, reader, user):
    client = connect(reader, cluster.automation_token, cluster)
    logger.error("the automation token %s was refused", cluster.automation_token)  # expect: the token
    return client


class Provider:
    def __init__(self, config, option):
        self.login = config.get("Credentials", option)

    def connect(self):
        logger.info("connecting with %s", self.login)  # expect: the credentials


def loaded(data, password, private_key):
    if isinstance(private_key, (str, HashBasedKey)):
        logger.error("this key is not supported: %s", private_key)  # expect: the secret key


def exported(session, device_puk):
    session.unlock(device_puk)
    logger.info("The PUK that was saved is %s", device_puk)  # expect: the PIN
