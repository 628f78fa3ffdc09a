import logging

from flask import Flask, abort

logger = logging.getLogger(__name__)


class LogRefusals:
    def __init__(self, app):
        self.app = app

    def __call__(self, environ, start_response):
        def started(status, headers, exc_info=None):
            if status.startswith(("401", "403")):
                logger.warning("refused %r for %s", environ["PATH_INFO"], environ.get("REMOTE_ADDR"))
            return start_response(status, headers, exc_info)
        return self.app(environ, started)


app = Flask(__name__)
app.wsgi_app = LogRefusals(app.wsgi_app)


@app.route("/order/<pk>", methods=["DELETE"])
def order(pk):
    if not current_user.can("delete", pk):
        abort(403)
    return "", 204
