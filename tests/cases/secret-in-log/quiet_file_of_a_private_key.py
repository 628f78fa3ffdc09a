import logging

import paramiko

log = logging.getLogger(__name__)


def authenticate(transport, username, rsa_private_key):
    try:
        return paramiko.RSAKey.from_private_key_file(rsa_private_key)
    except Exception as error:
        log.error("cannot load the SSH key " + rsa_private_key + str(error))
        return None


def upload(config, transport):
    return authenticate(transport, config.username, config.rsa_private_key)
