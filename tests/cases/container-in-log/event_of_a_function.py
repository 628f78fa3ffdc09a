import logging

logger = logging.getLogger(__name__)


def handler(event: dict, context):
    logger.info("called with %s", event)  # expect: the Lambda event reaches logger.info()
    return {"statusCode": 200, "name": event["headers"].get("name")}
