from traitlets.config import LoggingConfigurable


class Authenticator(LoggingConfigurable):
    async def authenticate(self, handler, data):
        raise NotImplementedError


class PasswordsAuthenticator(Authenticator):
    async def authenticate(self, handler, data):
        if data["username"] not in self.passwords:
            self.log.warning("no such user: %r", data["username"])
            return None
        if not check_password(data["password"], self.passwords[data["username"]]):
            return None  # expect: failed login
        return data["username"]


def check_password(given, kept): ...
