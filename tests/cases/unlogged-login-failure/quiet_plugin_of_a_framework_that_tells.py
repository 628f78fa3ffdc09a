import logging

from jupyterhub.auth import Authenticator

from hub.passwords import check_password

log = logging.getLogger(__name__)


class FileAuthenticator(Authenticator):
    async def authenticate(self, handler, data):
        if not check_password(data["password"], self.kept(data["username"])):
            log.debug("wrong password of %s", data["username"])
            return None
        return data["username"]
