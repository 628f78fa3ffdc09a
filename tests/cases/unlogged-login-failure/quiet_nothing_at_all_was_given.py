import logging

import pamela

log = logging.getLogger(__name__)


class PAMAuthenticator:
    service = "login"

    async def authenticate(self, request, data=None, dao=None):
        if data is None:
            return None
        try:
            pamela.authenticate(data["username"], data["password"], service=self.service)
        except pamela.PAMError as error:
            log.warning("PAM authentication failed (%s@%s): %s", data["username"], request.client.host, error)
            return None
        return data["username"]
