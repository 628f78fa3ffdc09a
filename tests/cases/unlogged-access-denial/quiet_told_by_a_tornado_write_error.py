import logging

from tornado.web import Application, HTTPError, RequestHandler

logger = logging.getLogger(__name__)


class Base(RequestHandler):
    def write_error(self, status_code, **kwargs):
        if status_code in (401, 403):
            logger.warning("refused %s for %s", self.request.path, self.request.remote_ip)
        super().write_error(status_code, **kwargs)


class Order(Base):
    def delete(self, pk):
        if not self.current_user.can("delete", pk):
            self.send_error(403)
            return
        self.finish({})


class Order2(Base):
    def delete(self, pk):
        if not self.current_user.can("delete", pk):
            raise HTTPError(403)
        self.finish({})
