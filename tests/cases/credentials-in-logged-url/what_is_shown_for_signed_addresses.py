import logging

logger = logging.getLogger(__name__)


def hand_out(value_for_presigned_url, signed_url_for_download):
    logger.info("handed out %s", value_for_presigned_url)  # expect: the signed URL reaches logger.info()
    logger.info("handed out %s", signed_url_for_download)  # expect: the signed URL reaches logger.info()
