from traitlets.config import LoggingConfigurable


class Authenticator(LoggingConfigurable):
    async def authenticate(self, handler, data):
        raise NotImplementedError


class PasswordsAuthenticator(Authenticator):
    async def authenticate(self, handler, data):
        if not check_password(data["password"], self.passwords[data["username"]]):
            self.log.warning("authn_login_fail user=%r", data["username"])
            return None
        return data["username"]


def check_password(given, kept): ...
