import logging

logger = logging.getLogger()


def handler(event, context):
    logger.info("method %s, records %d", event["httpMethod"], len(event.get("Records", [])))
    logger.info("request %s, %d ms left", context.aws_request_id, context.get_remaining_time_in_millis())
    for record in event["Records"]:
        logger.info("object %r in %s", record["s3"]["object"]["key"], record["s3"]["bucket"]["name"])
