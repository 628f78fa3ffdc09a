import jwt
from authlib.oauth2.rfc6749.errors import InvalidGrantError
from authlib.oauth2.rfc6749.grants import BaseGrant, TokenEndpointMixin


class WorkflowGrant(BaseGrant, TokenEndpointMixin):
    GRANT_TYPE = "workflow_token"

    def validate_token_request(self):
        try:
            claims = jwt.decode(self.request.form["id_token"], self.key, algorithms=["RS256"], audience="shop")
        except jwt.PyJWTError as e:
            raise InvalidGrantError("Invalid id_token.") from e  # expect: a token or signature that does not verify
        self.request.user = claims["sub"]
