"""How much of a key a cut text shows depends on what is written before it."""

import logging

logger = logging.getLogger(__name__)


def export(api_key):
    line = f'export SERVICE_API_KEY="{api_key}"'
    logger.debug("the line begins with %s", line[:28])
    logger.debug("the line begins with %s", line[:58])  # expect: API key
    return line
