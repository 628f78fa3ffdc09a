from tides.errors import AuthenticationError, AuthorizationError, HarbourError
from tides.ssh import SSHAuthenticationError, open_host


class HarbourClient:
    def read(self, request, path):
        answer = self.http.get(path)
        if answer.code == 401:
            raise AuthorizationError("the harbour's server does not know this name")
        return answer.body


class Gauge:
    def look(self, host, name, password):
        try:
            return open_host(host, name, password)
        except SSHAuthenticationError as error:
            raise AuthenticationError(str(error))


def as_answer(request, data):
    if isinstance(data, AuthenticationError):
        return Forbidden(str(data))
    if isinstance(data, HarbourError):
        return BadGateway(str(data))
    return data
