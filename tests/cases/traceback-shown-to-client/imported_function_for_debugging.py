"""A traceback that is added for debugging alone is shown to nobody else, whatever way its function was imported."""

from traceback import format_exc

from settings import DEBUG


class Application:
    def __call__(self, environ, start_response):
        try:
            return [self.answer(environ)]
        except Exception:
            told = "<h1>It went wrong</h1>"
            if DEBUG:
                told += "<pre>%s</pre>" % format_exc()
            start_response("500 INTERNAL SERVER ERROR", [])
            return [told.encode()]


class Open:
    def __call__(self, environ, start_response):
        try:
            return [self.answer(environ)]
        except Exception:
            told = "<h1>It went wrong</h1>"
            told += "<pre>%s</pre>" % format_exc()
            start_response("500 INTERNAL SERVER ERROR", [])
            return [told.encode()]  # expect: the traceback reaches the client
