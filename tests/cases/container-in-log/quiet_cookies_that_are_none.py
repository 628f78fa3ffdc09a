import logging

logger = logging.getLogger(__name__)


def prepare(session_params, url):
    if "cookies" in session_params and not session_params["cookies"]:
        logger.error("the session for %s has cookies set to %r; forcing them on", url, session_params["cookies"])
    session_params["cookies"] = True
    return session_params
