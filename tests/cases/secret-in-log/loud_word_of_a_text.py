import logging
import os

logger = logging.getLogger(__name__)
USER, PASSWORD = os.environ["SHOP_USER"], os.environ["SHOP_PASSWORD"]


def phrases():
    for token in os.getenv("LINK_PHRASES", "").split(","):
        token = token.strip()
        if ":" not in token:
            logger.warning("ignoring the malformed entry '%s'", token)


def numbered(line):
    for at, token in enumerate(line.split()):
        logger.debug("word %d: %s", at, token)


def kept(line):
    tokens = [word.strip().lower() for word in line.split(";")]
    for token in tokens:
        logger.info("an unknown flag: %s", token.upper())


def taken(line):
    tokens = line.split()
    while tokens:
        token = tokens.pop(0)
        logger.debug("next: %s", token)


def chosen(line, at):
    words = line.split()
    token = words[at]
    logger.debug("at %d: %s", at, token)


def header(value):
    scheme, token = value.split(" ", 1)
    logger.debug("%s login with %s", scheme, token)  # expect: the token reaches logger.debug()


def allowed(request):
    token = request.headers["Authorization"].split(" ")[1]
    logger.debug("login with %s", token)  # expect: the authorization header reaches logger.debug()


def renewed(session):
    for account in session.accounts:
        token = session.renew(account).strip()
        logger.debug("renewed: %s", token)  # expect: the token reaches logger.debug()
