import logging

from flask import Flask, request

app = Flask(__name__)


class Switched:
    def __init__(self, name):
        self._logger = logging.getLogger(name)
        self.on = True

    def _write(self, level, message, *args, **kwargs):
        if self.on:
            self._logger.log(level, message, *args, **kwargs)

    def debug(self, message, *args, **kwargs):
        self._write(logging.DEBUG, message, *args, **kwargs)

    def exception(self, message, *args, **kwargs):
        if self.on:
            self._logger.exception(message, *args, **kwargs)


log = Switched(__name__)


@app.route("/find")
def find():
    term = request.args.get("term")
    log.debug("looking for %r", term)
    log.debug("looking for %s in %s", [term], "shop")
    log.debug("looking for %s", {"term": term})
    log.debug("looking for %s", term)  # expect: `request.args['term']` reaches log.debug()
    try:
        return search(term)
    except LookupError:
        log.exception("nothing for %r", term)
        log.exception("nothing for %s of %d", term, 3)  # expect: `request.args['term']` reaches log.exception()
    return ""
