import logging

logger = logging.getLogger(__name__)


class RedirectNeeded(Exception):
    def __init__(self, url, state_token):
        super().__init__("You do not have permission to access the data.")
        self.extra = {"url": url, "state_token": state_token}


def query(database, state_token):
    if not database.authorized:
        raise RedirectNeeded(database.login_url, state_token)
    return database.rows()


def answer(database, state_token):
    try:
        return query(database, state_token)
    except RedirectNeeded as error:
        logger.info("redirecting: %s", error)
        return error.extra["url"]
