import logging

logger = logging.getLogger(__name__)


class CannotSign(Exception):
    pass


def load(ca_private_key, passphrase):
    try:
        with open(ca_private_key, "rb") as file:
            return file.read(), passphrase
    except OSError as error:
        raise CannotSign(f"cannot read {ca_private_key}") from error


def sign(config, request):
    try:
        return request.sign(*load(config.ca_private_key, config.passphrase))
    except CannotSign as error:
        logger.error("%s", error)
        return None
