import logging
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import yarl

logger = logging.getLogger(__name__)


def fetched(url, token):
    full = f"{url}?token={token}"
    logger.info("fetched %s", yarl.URL(full).with_query(None))
    parts = urlsplit(full)
    query = urlencode([(key, value if key != "token" else "***") for key, value in parse_qsl(parts.query)])
    logger.info("fetched %s", urlunsplit(parts._replace(query=query)))
