import traceback

import tornado.httpserver
import tornado.wsgi


class Application:
    def __init__(self, routes):
        self.routes = routes

    def __call__(self, environ, start_response):
        try:
            return self.routes[environ["PATH_INFO"]](environ, start_response)
        except Exception:
            environ["wsgi.errors"].write(traceback.format_exc())
            environ["wsgi.errors"].flush()
            start_response("500 Internal Server Error", [("Content-Type", "text/plain")])
            return [b"Internal Server Error"]


def serve(routes):
    tornado.httpserver.HTTPServer(tornado.wsgi.WSGIContainer(Application(routes))).listen(8000)
