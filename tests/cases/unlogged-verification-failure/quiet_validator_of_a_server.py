import logging

from oauthlib.oauth2 import RequestValidator

log = logging.getLogger(__name__)


class OAuthValidator(RequestValidator):
    def validate_code(self, client_id, code, client, request, *args, **kwargs):
        found = self.find_authz_code(code)
        if found is None:
            log.warning("client %s shows a code that is no good", client_id)
            return False
        request.user = found.user
        return True

    def get_original_scopes(self, refresh_token, request, *args, **kwargs):
        token = self.find_refresh_token(refresh_token)
        return token.scopes if token else []


class CouponValidator:
    def validate(self, code):
        found = self.find_coupon(code)
        if found is None:
            return False
        return found.is_open()
