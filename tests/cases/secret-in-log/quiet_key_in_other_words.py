import logging

logger = logging.getLogger(__name__)


def layout(keyboard_layout, keycode, hotkey, monkey, turkey, keyframe, keypoints):
    logger.info("keyboard %s %s %s %s %s %s %s", keyboard_layout, keycode, hotkey, monkey, turkey, keyframe, keypoints)


def sort_rows(rows, sort_key, key_func, group_key):
    logger.debug("sorting %d rows by %s, grouped by %s with %s", len(rows), sort_key, group_key, key_func)
    return sorted(rows, key=key_func)


def cache_lookup(cache, cache_key):
    if cache_key not in cache:
        logger.info("cache miss for key %s", cache_key)
        return None
    logger.info("cache hit: %s", cache_key)
    return cache[cache_key]


def walk(mapping):
    for key, value in mapping.items():
        logger.debug("key: %s", key)
    for key in sorted(mapping):
        logger.debug("visiting %r", key)


def upsert(table, primary_key, foreign_key, partition_key, row):
    logger.info("upsert into %s, pk=%s fk=%s partition=%s", table, primary_key, foreign_key, partition_key)


def s3_copy(bucket, key, dest_key):
    logger.info("copying s3://%s/%s to %s", bucket, key, dest_key)


def answer_keys(answer_key, map_key, lookup_key, dict_key, idempotency_key, routing_key, message_key, natural_key, composite_key):
    logger.info("%s %s %s %s %s %s %s %s %s", answer_key, map_key, lookup_key, dict_key, idempotency_key, routing_key, message_key, natural_key, composite_key)


def dashboards(dash_keys, key_metrics, key_results, key_phrases, keywords):
    logger.info("%s %s %s %s %s", dash_keys, key_metrics, key_results, key_phrases, keywords)
