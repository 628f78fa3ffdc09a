import logging
import re

logger = logging.getLogger(__name__)


def connect(broker_url):
    redacted_url = re.sub(r"//[^@/]+@", "//***@", broker_url)
    logger.info("broker %s", redacted_url)
    logger.info("broker %s", re.sub(r":[^:@/]+@", ":***@", broker_url))
    return broker_url
