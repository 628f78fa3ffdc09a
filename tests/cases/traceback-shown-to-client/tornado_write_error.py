import traceback

from tornado.web import RequestHandler


class Base(RequestHandler):
    def write_error(self, status_code, **kwargs):
        if "exc_info" in kwargs:
            self.write("".join(traceback.format_exception(*kwargs["exc_info"])))  # expect: traceback
        self.finish()
