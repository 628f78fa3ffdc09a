from django.utils import timezone
from rest_framework.authentication import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed

MAX_AGE = 3600


class BoundedTokenAuthentication(TokenAuthentication):
    def authenticate_credentials(self, key):
        user, token = super().authenticate_credentials(key)
        age = timezone.now() - token.created
        if age > MAX_AGE:
            token.delete()
            raise AuthenticationFailed("This token is too old")  # expect: a failed login leaves no security record
        return user, token
