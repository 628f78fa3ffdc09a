import logging
from collections import Counter

logger = logging.getLogger(__name__)


def wallet(token_symbol, token_address, token_decimals, erc20_token):
    logger.info("token %s at %s with %s decimals", token_symbol, token_address, token_decimals)


def kafka(message):
    logger.info("partition %s offset %s key %s", message.partition(), message.offset(), message.key())


def celery_task(task):
    logger.info("task %s routing key %s", task.name, task.routing_key)


def dynamo(table, item):
    key = {"pk": item["pk"], "sk": item["sk"]}
    logger.info("writing %s", key)
    table.put_item(Item=item)


def redis_keys(client, prefix):
    for key in client.scan_iter(prefix + "*"):
        logger.info("redis key %s", key)
        client.delete(key)


def translate(catalog, msgid, key):
    if key not in catalog:
        logger.warning("no translation for key %r", key)


def counting(events):
    by_key = Counter(event.key for event in events)
    logger.info("top keys %s", by_key.most_common(3))


def keypress(event):
    logger.debug("key %s pressed, code %s", event.key, event.keycode)
    if event.keysym == "Escape":
        logger.debug("escape")


def piano(key, velocity):
    logger.debug("midi key %d velocity %d", key, velocity)


def music(song):
    logger.info("key of %s is %s", song.title, song.key)


def etag(object_key, version_id):
    logger.info("object %s version %s", object_key, version_id)


def idempotent(idempotency_key):
    logger.info("request with idempotency key %s", idempotency_key)
