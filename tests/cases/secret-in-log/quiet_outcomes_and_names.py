import logging

logger = logging.getLogger(__name__)


def outcome(user, password):
    if not check(user, password):
        logger.warning("wrong password for %s", user)
        return False
    logger.info("password changed for %s", user)
    return True


def rejected(token):
    try:
        decode(token)
    except ValueError as error:
        logger.warning("token rejected: %s", type(error).__name__)


def names_only(config):
    logger.info("settings: %s", sorted(config))
    logger.info("settings: %s", list(config.keys()))
    logger.info("settings: %s", ", ".join(config))


def missing(env, required):
    for name in required:
        if name not in env:
            logger.error("environment variable %s is missing", name)


def literal():
    logger.info("please set PASSWORD and API_KEY")
    logger.info("password: ***")
    logger.warning("token expired")


def number_of(session):
    tokens = session.query_tokens()
    logger.info("revoked %s tokens", tokens.count())


def deleted(token):
    del token
    logger.info("token dropped")


def pid(passwd_entry):
    logger.info("uid %d", passwd_entry.pw_uid)
