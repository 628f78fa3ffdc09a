import logging

from tornado.web import HTTPError, RequestHandler, authenticated

logger = logging.getLogger(__name__)


class Base(RequestHandler):
    def write_error(self, status_code, **kwargs):
        if status_code in {404, 405}:
            self.render("missing.html")
            return
        logger.error("%s: %s", self.request.uri, kwargs["exc_info"])
        self.render("error.html")


class Approvals(Base):
    @authenticated
    def get(self):
        if self.current_user.level != "admin":
            raise HTTPError(403, reason="only admins see what waits")
        self.render("approvals.html")
