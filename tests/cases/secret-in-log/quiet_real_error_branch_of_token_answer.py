import logging

logger = logging.getLogger(__name__)


def acquire(app, scopes):
    result = app.acquire_token_silent(scopes, account=None)
    if "error" in result:
        logger.error("no token: %s (%s)", result["error"], result.get("error_description"))
        return None
    return result["access_token"]
