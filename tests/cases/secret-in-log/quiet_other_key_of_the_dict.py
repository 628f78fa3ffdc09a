import logging

logger = logging.getLogger(__name__)


def connect(options):
    credentials = {"user": options["user"], "password": options["password"], "host": options["host"]}
    logger.info("connecting to %s as %s", credentials["host"], credentials["user"])
    logger.info("port %s", credentials.get("port", 5432))
    token_response = {"access_token": options["token"], "expires_in": 3600, "token_type": "bearer"}
    logger.info("token lives %d s, type %s", token_response["expires_in"], token_response["token_type"])
    return credentials
