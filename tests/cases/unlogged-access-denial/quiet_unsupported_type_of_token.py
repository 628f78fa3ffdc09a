class OAuth2Error(Exception):
    status_code = 400


class UnsupportedTokenTypeError(OAuth2Error):
    status_code = 401


class Revocation:
    SUPPORTED = ("access_token",)

    def check_params(self, request):
        if request.form.get("hint") not in self.SUPPORTED:
            raise UnsupportedTokenTypeError()
