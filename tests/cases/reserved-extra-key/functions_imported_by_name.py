from logging import getLogger, warning

logger = getLogger(__name__)


def refuse(customer, name):
    warning("refused", extra={"name": name})  # expect: "name"
    logger.warning("refused", extra={"customer": customer})
    warning("refused", extra={"customer": customer})
