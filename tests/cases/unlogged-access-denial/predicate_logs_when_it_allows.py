import logging

from tornado import web

log = logging.getLogger(__name__)


class Handler(web.RequestHandler):
    def check_owner_of(self, name):
        if self.current_user.name == name:
            log.info("%s is the owner", name)
            return True
        return False

    def prepare(self):
        if not self.check_owner_of("it"):
            raise web.HTTPError(403)  # expect: denied access
