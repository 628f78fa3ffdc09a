import logging

import jwt
from authlib.oauth2.rfc6749.errors import InvalidGrantError, InvalidRequestError
from authlib.oauth2.rfc6749.grants import BaseGrant, TokenEndpointMixin

logger = logging.getLogger(__name__)


class WorkflowGrant(BaseGrant, TokenEndpointMixin):
    GRANT_TYPE = "workflow_token"

    def validate_token_request(self):
        if "id_token" not in self.request.form:
            raise InvalidRequestError("Missing id_token.")
        try:
            claims = jwt.decode(self.request.form["id_token"], self.key, algorithms=["RS256"], audience="shop")
        except jwt.PyJWTError as e:
            logger.info("invalid id_token: %s", e)
            raise InvalidGrantError("Invalid id_token.") from e
        self.request.user = claims["sub"]
