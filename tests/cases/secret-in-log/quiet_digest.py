import hashlib
import hmac
import logging

logger = logging.getLogger(__name__)


def use(token: str, pepper: bytes) -> None:
    logger.info("token %s used", hashlib.sha256(token.encode()).hexdigest()[:10])
    logger.info("token %s used", hmac.new(pepper, token.encode(), "sha256").hexdigest())
    digest = hashlib.blake2b(token.encode(), key=pepper, digest_size=8)
    logger.info("token %s used", digest.hexdigest())
