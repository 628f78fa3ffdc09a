import logging

logger = logging.getLogger(__name__)


def ask(token, method, params=None):
    url = "https://api.example.com/bot{0}/{1}".format(token, method)
    logger.debug("Request: {0} {1}".format(method, url).replace(token, token.split(":")[0] + ":{TOKEN}"))
    logger.debug("Request: %s", url.replace(token, token[:4] + "..."))
