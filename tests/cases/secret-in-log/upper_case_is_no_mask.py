import logging

logger = logging.getLogger(__name__)


def redeem(gift_token: str) -> bool:
    normal = gift_token.upper().replace("-", "")
    logger.info("redeeming " + normal)  # expect: token
    return len(normal) == 12
