import logging

logger = logging.getLogger(__name__)


class Entry:
    def __init__(self, user=None, credentials=None):
        self.user = user
        self.credentials = credentials


class Platform:
    def admit(self, user=None, publickey=None):
        logger.info("admitting %s", publickey)
        self.entries.append(Entry(user=user, credentials=publickey))
