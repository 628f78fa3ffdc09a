from twisted.internet import protocol
from twisted.protocols.basic import LineReceiver
from twisted.python import log


class Login(LineReceiver):
    def lineReceived(self, line):
        user, _, password = line.partition(b":")
        log.msg("login %s / %s" % (user, password))  # expect: password
        if self.factory.check(user, password):
            self.sendLine(b"welcome")


class LoginFactory(protocol.Factory):
    protocol = Login
