import logging

logger = logging.getLogger(__name__)


class Handler:
    def handle(self, event, context):
        logger.debug("called with %s", event)  # expect: the Lambda event reaches logger.debug()
        return {"statusCode": 200, "body": event["body"]}
