import logging

logger = logging.getLogger(__name__)


def store(cache_key, primary_key, foreign_key, sort_key, partition_key, key, value):
    logger.debug("cache key %s, primary key %s", cache_key, primary_key)
    logger.debug("foreign key %s, sort key %s, partition key %s", foreign_key, sort_key, partition_key)
    logger.debug("set %s", key)
    for key, entry in sorted(value.items()):
        logger.debug("%s has %d parts", key, len(entry))
    bucket_key = f"{primary_key}/{sort_key}"
    logger.info("object key %s", bucket_key)
