import logging

logger = logging.getLogger(__name__)


def role_credentials(fetch):
    credentials = fetch("security-credentials/")
    if credentials.get("AccessKeyId"):
        return {"key": credentials["AccessKeyId"]}
    if "Code" in credentials and "Message" in credentials:
        logger.debug("error answer when retrieving credentials: %s", credentials)
    return {}
