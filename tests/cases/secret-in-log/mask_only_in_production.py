import logging
import os

logger = logging.getLogger(__name__)


def connect(broker, password):
    shown = "***" if os.environ.get("STAGE") == "production" else password
    logger.info("connecting to %s with %s", broker, shown)  # expect: password
    return broker.connect(password)
