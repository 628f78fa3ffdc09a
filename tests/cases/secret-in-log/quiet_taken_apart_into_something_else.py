import logging

logger = logging.getLogger(__name__)


def setting(line):
    name, value = line.split("=", 1)
    logger.debug("read %s", line)
    return name, value


def bearer(value):
    scheme, _, access_token = value.partition(" ")
    logger.debug("checking a token of the scheme %s", scheme)
    return access_token


def again(line, read):
    name, password = line.split(":", 1)
    line = read(name)
    logger.debug("next line is %s", line)
    return password


def mounted(reference):
    namespace, secret = reference.split("/")
    logger.debug("mounting %s", reference)
    return namespace, secret


def command(text):
    verb, token = text.split(" ", 1)
    logger.debug("read %s", text)
    return verb, token
