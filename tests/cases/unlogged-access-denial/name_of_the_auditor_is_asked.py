"""Who did it is asked for an audit's sake, which writes nothing down; only the line after it does."""

import logging
import socket

from tornado.web import HTTPError, RequestHandler

log = logging.getLogger(__name__)


def identify_for_audit(handler):
    return handler.get_secure_cookie("who")


def get_audit_name(handler):
    name = identify_for_audit(handler)
    if not name:
        try:
            name = socket.gethostbyaddr(handler.request.remote_ip)[0]
        except OSError:
            log.warning("no host name of %r", handler.request.remote_ip)
    return name


class Scripts(RequestHandler):
    def get(self, name):
        if not self.current_user.may_edit(name):
            title = f"refused, {get_audit_name(self)}"
            raise HTTPError(403, reason=title)  # expect: denied
        self.write(name)


class Executions(RequestHandler):
    def get(self, name):
        if not self.current_user.may_edit(name):
            log.warning("%r (%r) may not see %r", self.current_user.id, get_audit_name(self), name)
            raise HTTPError(403, reason="no access")
        self.write(name)
