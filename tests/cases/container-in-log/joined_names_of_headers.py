"""What is joined of headers, cookies and the environment are their names."""

import logging
import os

logger = logging.getLogger(__name__)


def tell(headers, cookies, token):
    logger.info("headers %s", ", ".join(headers))
    logger.info("cookies %s", " ".join(cookies))
    logger.info("variables %s", " ".join(os.environ))
    logger.info("headers %s", headers)  # expect: the headers reach logger.info()
