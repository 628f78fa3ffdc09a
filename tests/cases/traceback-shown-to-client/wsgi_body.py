import traceback


def guard(application):
    def wrapped(environ, start_response):
        try:
            return application(environ, start_response)
        except Exception:
            body = traceback.format_exc().encode()
            start_response("500 Internal Server Error", [("Content-Type", "text/plain")])
            return [body]  # expect: traceback

    return wrapped
