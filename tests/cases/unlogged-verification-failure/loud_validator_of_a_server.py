"""A server for OAuth asks its validator for a code and a token, which are looked up by a method of its own."""

from oauthlib.oauth2 import RequestValidator


class OAuthValidator(RequestValidator):
    def validate_code(self, client_id, code, client, request, *args, **kwargs):
        found = self.find_authz_code(code)
        if found is None:
            return False  # expect: a token or signature that does not verify leaves no security record
        request.user = found.user
        return True

    def validate_refresh_token(self, refresh_token, client, request, *args, **kwargs):
        token = self.find_refresh_token(refresh_token)
        if not token or token.refresh_token_expired:
            return False  # expect: a token or signature that does not verify leaves no security record
        request.user = token.user
        return True
