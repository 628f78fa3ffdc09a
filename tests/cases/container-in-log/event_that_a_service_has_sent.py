"""What a store, a topic or a clock sends to a function holds no caller's headers; what is asked of one, or lies in a queue, may."""

import json
import logging

log = logging.getLogger(__name__)


def uploaded(event, context):
    log.info("event: %s", json.dumps(event))
    for record in event["Records"]:
        log.info("object %s", record["s3"]["object"]["key"])


def scheduled(event, context):
    log.info("event: %s", event)
    return event.get("detail", {}).get("state")


def queued(event, context):
    log.info("event: %s", event)  # expect: the Lambda event reaches log.info()
    return [json.loads(record["body"]) for record in event["Records"]]


def asked(event, context):
    log.info("event: %s", event)  # expect: the Lambda event reaches log.info()
    return event["headers"], event.get("detail")


def deployed(event, context):
    log.info("event: %s", event)  # expect: the Lambda event reaches log.info()
    return event["ResourceProperties"]
