"""Powertools without the event."""

from aws_lambda_powertools import Logger

logger = Logger(service="orders", log_uncaught_exceptions=True)


@logger.inject_lambda_context(correlation_id_path="requestContext.requestId", clear_state=True)
def handler(event, context):
    logger.info("order", extra={"order": event["detail"]["id"]})
    return {"statusCode": 200}


@logger.inject_lambda_context(log_event=False)
def other(event, context):
    return {"statusCode": 200}
