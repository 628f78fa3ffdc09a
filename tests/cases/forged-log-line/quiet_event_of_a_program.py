import logging

from twisted.internet import reactor

log = logging.getLogger(__name__)


class Emitter:
    def emit(self, event):
        log.debug("emitting %s %s", event.name, event.args)
        reactor.callLater(0, event.send)
