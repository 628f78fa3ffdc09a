"""The body of an event by which a cloud calls a function is a request's."""

import logging

from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEvent, event_source

log = logging.getLogger(__name__)


@event_source(data_class=APIGatewayProxyEvent)
def login(event: APIGatewayProxyEvent, context):
    log.info("login with %s", event.body)  # expect: body
    return {"statusCode": 204}
