import logging

logger = logging.getLogger(__name__)


def revoke_all(store, user):
    revoked_tokens = [token.value for token in store.tokens_of(user)]
    for access_token in revoked_tokens:
        store.revoke(access_token)
        logger.info("revoked %s", access_token)  # expect: token
    logger.info("revoked %d tokens", len(revoked_tokens))
