import logging
from urllib.parse import quote

logger = logging.getLogger(__name__)


def ask(token, method):
    url = "https://api.example.com/bot{0}/{1}".format(token, method)
    logger.debug("Request: %s", url.replace(token, quote(token)))  # expect: the URL with its token reaches logger.debug()
