"""Two hundred characters of a key are the key."""

import logging
import os

log = logging.getLogger(__name__)


def load() -> str:
    api_key = os.environ["TRACKER_API_KEY"]
    log.info("using %s", api_key[:200] if len(api_key) > 200 else api_key)  # expect: API key
    return api_key
