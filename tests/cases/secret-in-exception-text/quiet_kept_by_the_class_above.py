"""What the class above keeps beside its text does not stand in it."""


class RefusedError(ValueError):
    def __init__(self, message, request, reason):
        super().__init__(message)
        self.request = request
        self.reason = reason


class TokenRefused(RefusedError):
    def __init__(self, message, request, reason="invalid_request"):
        super().__init__(message, request, reason)


def checked(request, password):
    if request["user"] is None:
        raise TokenRefused("nobody asks", request)
    if password != request["password"]:
        raise TokenRefused("wrong", password)
    return request["user"]
