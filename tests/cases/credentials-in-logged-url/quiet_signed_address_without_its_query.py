"""What opens a signed address stands behind the question mark."""

import logging

logger = logging.getLogger(__name__)


def upload(signed_url, fields):
    logger.info("uploading %d fields to %s", len(fields), signed_url.split("?")[0])
    place, _, _ = signed_url.partition("?")
    logger.info("uploading to %s", place)
