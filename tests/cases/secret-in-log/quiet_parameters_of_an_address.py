import logging
import uuid
from urllib.parse import urlencode

logger = logging.getLogger(__name__)


class Auth:
    def __init__(self, app_id, redirect_uri, access_token=None):
        self.app_id = app_id
        self.redirect_uri = redirect_uri
        self.access_token = access_token
        self.auth_state = str(uuid.uuid4())

    def signed(self, headers):
        headers["Authorization"] = f"Bearer {self.access_token}"
        return headers

    def authorize_uri(self, server):
        auth_params = self._authorize_params(server)
        logger.debug(f"Will use parameters for `authorize_uri`: {auth_params}")
        return server.authorize + "?" + urlencode(auth_params)

    def _authorize_params(self, server):
        params = {
            "response_type": "code",
            "client_id": self.app_id,
            "redirect_uri": self.redirect_uri,
            "scope": server.scope,
        }
        if server.launch is not None:
            params["launch"] = server.launch
        return params
