import logging

import jwt

logger = logging.getLogger(__name__)


def server_header(config):
    token_config = config.get("server_tokens", "original")
    logger.debug("server_tokens is set to %s", token_config)


def user_of(id_token, key):
    user = jwt.decode(id_token, key, algorithms=["RS256"])
    if "sub" not in user:
        logger.error("no subject in %s", user)
    return user


def write_key(util, target, key):
    with util.safe_open(target["privkey"], "wb") as out:
        logger.debug("writing private key to %s", target["privkey"])
        out.write(key)
