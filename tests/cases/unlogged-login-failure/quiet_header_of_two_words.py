from rest_framework.exceptions import AuthenticationFailed
from rest_framework_simplejwt.authentication import JWTAuthentication


class GateAuthentication(JWTAuthentication):
    def get_raw_token(self, header):
        parts = header.split()
        if len(parts) != 2:
            raise AuthenticationFailed("The header must contain two words", code="bad_authorization_header")
        return parts[1]
