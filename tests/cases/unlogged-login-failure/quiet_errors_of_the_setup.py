from sanic.exceptions import SanicException


class GuardError(SanicException):
    status_code = 401


class ConfigurationError(GuardError):
    """Something was not set up."""


class Guard:
    def init_app(self, app):
        self.key = app.config.get("GUARD_KEY")
        if self.key is None:
            raise ConfigurationError("there must be a key")

    def require_passkeys(self):
        try:
            import webauthn
        except ImportError as error:
            raise ConfigurationError("passkeys need the package webauthn") from error
        return webauthn
