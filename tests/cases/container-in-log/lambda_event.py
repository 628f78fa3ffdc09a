import json
import logging

logger = logging.getLogger()
logger.setLevel(logging.INFO)


def lambda_handler(event, context):
    logger.info("event: %s", json.dumps(event))  # expect: event
    return {"statusCode": 204}
