"""What Amazon's STS keeps under its credentials are the keys of a session."""

import logging

logger = logging.getLogger(__name__)


def assume(sts, role):
    answer = sts.assume_role(RoleArn=role, RoleSessionName="nightly")
    creds = answer["Credentials"]
    logger.debug("assumed %s: %s", role, creds)  # expect: the credentials reach logger.debug()
    logger.debug("as %s", answer["AssumedRoleUser"]["Arn"])
    return creds
