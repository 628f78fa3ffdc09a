from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed


class InvalidCredentials(AuthenticationFailed):
    """Nothing that could be read was sent."""


class HeaderAuthentication(BaseAuthentication):
    @classmethod
    def token_of(cls, header):
        prefix, _, token = header.partition(" ")
        if prefix.lower() != "bearer":
            return None
        if not token:
            raise InvalidCredentials
        return token

    def authenticate(self, request):
        token = self.token_of(get_authorization_header(request).decode())
        return None if token is None else (self.user_of(token), token)
