import logging

import boto3

logger = logging.getLogger(__name__)


def assume_role(sts, role_arn, session_name):
    response = sts.assume_role(RoleArn=role_arn, RoleSessionName=session_name)
    logger.info("assumed %s as %s until %s", role_arn, session_name, response["Credentials"]["Expiration"])


def boto_session():
    session = boto3.Session(profile_name="dev")
    logger.info("region %s profile %s", session.region_name, session.profile_name)


def db(session, engine):
    logger.debug("session %s bound to %s", session, engine.dialect.name)


def http_session(session):
    logger.debug("session with %d adapters", len(session.adapters))


def cred_type(credential):
    logger.info("using %s", type(credential).__name__)
    logger.info("credential kind %s", credential.kind)


def permissions(auth):
    logger.info("auth backend %s", auth.backend)
    logger.info("authenticated: %s", auth.is_authenticated)
