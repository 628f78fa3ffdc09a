import logging
from urllib.parse import urlencode, urlsplit, urlunsplit

import yarl

logger = logging.getLogger(__name__)


def fetched(url, token):
    logger.info("fetched %s", yarl.URL(url).with_query(token=token))  # expect: token
    parts = urlsplit(url)._replace(query=urlencode({"token": token}))
    logger.info("fetched %s", urlunsplit(parts))  # expect: token
