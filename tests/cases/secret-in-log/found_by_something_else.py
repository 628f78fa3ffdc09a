import logging

logger = logging.getLogger(__name__)


class Directory:
    def __init__(self, rows):
        self.tokens_by_user = {row.user: row.token for row in rows}
        self.users_by_token = {row.token: row.user for row in rows}

    def token_of(self, user):
        found = self.tokens_by_user[user]
        logger.info("found %s", found)  # expect: token
        return found

    def user_of(self, token):
        found = self.users_by_token[token]
        logger.info("found %s", found)
        return found
