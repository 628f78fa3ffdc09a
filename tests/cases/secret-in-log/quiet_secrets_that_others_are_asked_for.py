"""What a store or a reader of secrets is asked for is the name of one; a host is none, whatever section it stands in; a key is an object."""

import logging

from shop.keys import HashBasedKey

logger = logging.getLogger(__name__)


def decrypted(config, client):
    data = config["smtp"]
    if "versions" not in data["secret"]:
        secret = f"{data['secret']}/versions/latest"
    else:
        secret = data["secret"]
    logger.debug("reading %s", data["secret"])
    return client.access_secret_version(name=secret).payload.data


def automation(cluster, secret_reader, user):
    try:
        return fetch_automation_token(secret_reader, cluster.automation_token, cluster)
    except KeyError:
        logger.error("the automation token %s does not exist", cluster.automation_token)


class Provider:
    def __init__(self, config, option):
        self.host = config.get("Credentials", option)

    def connect(self):
        logger.info("connecting to %s", self.host)


def loaded(data, password):
    private_key = load(data, password)
    if isinstance(private_key, HashBasedKey):
        return private_key
    logger.error("no such key is supported: %s", private_key)
    return None


def exported(session, output_ecdsa_puk, device_pin):
    session.export(output_ecdsa_puk, pin=device_pin)
    logger.info("The PUK was saved to %s", output_ecdsa_puk)
