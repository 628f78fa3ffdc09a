"""Powertools write the whole event of every call."""

from aws_lambda_powertools import Logger, Tracer

logger = Logger(service="orders")
tracer = Tracer()


@logger.inject_lambda_context(log_event=True)  # expect: the logging of whole events by Powertools is switched on
@tracer.capture_lambda_handler
def handler(event, context):
    return {"statusCode": 200}
