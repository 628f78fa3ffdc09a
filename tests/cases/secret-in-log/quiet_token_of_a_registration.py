import logging

import boto3

logger = logging.getLogger(__name__)


def register(session: boto3.Session, package: str) -> None:
    client = session.client("cloudformation")
    registration_token = client.register_type(SchemaHandlerPackage=package)["RegistrationToken"]
    logger.warning("waiting for the registration %s", registration_token)
    client.get_waiter("type_registration_complete").wait(RegistrationToken=registration_token)
