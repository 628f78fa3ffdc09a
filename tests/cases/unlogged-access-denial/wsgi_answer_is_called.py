from webob.exc import HTTPForbidden


class Rooms:
    def __init__(self, app, permits):
        self.app = app
        self.permits = permits

    def __call__(self, environ, start_response):
        if not self.permits.allowed(environ["REMOTE_USER"], environ["PATH_INFO"]):
            return HTTPForbidden(body=b"no")(environ, start_response)  # expect: denied access
        return self.app(environ, start_response)
