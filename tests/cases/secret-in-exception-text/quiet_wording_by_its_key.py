import logging

logger = logging.getLogger(__name__)
_TEXTS = {"SDK_INVALID_PASSWORD": "This kind of password is not supported."}


def get_msg(code):
    return _TEXTS.get(code)


def sign(kind):
    if kind not in ("rsa", "hmac"):
        raise ValueError(get_msg("SDK_INVALID_PASSWORD"))


def run(kind):
    try:
        sign(kind)
    except ValueError as error:
        logger.error("cannot sign: %s", error)
