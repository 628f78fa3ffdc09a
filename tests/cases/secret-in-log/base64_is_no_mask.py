import base64
import logging

logger = logging.getLogger(__name__)


def basic(user, password):
    encoded = base64.b64encode(f"{user}:{password}".encode()).decode()
    logger.debug("sending Basic %s", encoded)  # expect: password
    return {"Authorization": f"Basic {encoded}"}
