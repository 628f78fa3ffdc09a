import logging

import boto3

logger = logging.getLogger(__name__)
pool = boto3.client("cognito-idp")


def sign_in(name, password):
    answer = pool.initiate_auth(AuthFlow="USER_PASSWORD_AUTH", AuthParameters={"USERNAME": name, "PASSWORD": password})
    logger.debug("challenge %s", answer.get("ChallengeName"))
    logger.debug("signed in: %s", answer["AuthenticationResult"])  # expect: token endpoint's response
    return answer["AuthenticationResult"]["IdToken"]
