import logging

from broker.hashes import check_password
from broker.plugins import BaseAuthPlugin

logger = logging.getLogger(__name__)


class FilePlugin(BaseAuthPlugin):
    async def authenticate(self, *, session):
        kept = self.users.get(session.username)
        if kept is None:
            return None
        if check_password(session.password, kept):
            return True
        logger.debug("wrong password of %s", session.username)
        return False  # expect: leaves no security record


class LoggedFilePlugin(BaseAuthPlugin):
    async def authenticate(self, *, session):
        if check_password(session.password, self.users[session.username]):
            return True
        logger.warning("wrong password of %s", session.username)
        return False
