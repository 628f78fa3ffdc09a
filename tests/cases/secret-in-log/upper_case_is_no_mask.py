import logging

logger = logging.getLogger(__name__)


def redeem(voucher_pin: str) -> bool:
    normal = voucher_pin.upper().replace("-", "")
    logger.info("redeeming " + normal)  # expect: pin
    return len(normal) == 12
