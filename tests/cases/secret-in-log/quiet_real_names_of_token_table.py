import logging

logger = logging.getLogger(__name__)


def load_tokens(api_tokens, users):
    for token, name in api_tokens.items():
        if name not in users:
            logger.warning("no such user: %s", name)
            continue
        users[name].add_token(token)
        logger.info("added a token of %s", name)
