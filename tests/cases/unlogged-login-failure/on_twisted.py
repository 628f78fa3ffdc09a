from autobahn.websocket.types import ConnectionDeny
from twisted.cred.error import UnauthorizedLogin
from twisted.internet import defer


class Checker:
    def __init__(self, people):
        self.people = people

    def requestAvatarId(self, credentials):
        if self.check_credentials(credentials.username, credentials.password):
            return defer.succeed(credentials.username)
        return defer.fail(UnauthorizedLogin())  # expect: failed login


class Socket:
    def __init__(self, workers):
        self.workers = workers

    def onConnect(self, request):
        name, password = request.headers["authorization"].split(":")
        authenticated = self.workers.check_password(name, password)
        if not authenticated:
            raise ConnectionDeny(401, "Unauthorized")  # expect: failed login
