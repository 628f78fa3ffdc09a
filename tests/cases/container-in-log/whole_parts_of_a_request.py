import logging

from flask import Flask, request, session

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.route("/a", methods=["POST"])
def whole_request():
    log.info("headers: %s", request.headers)  # expect: reach
    log.info("headers: %s", dict(request.headers))  # expect: reach
    log.info("headers: %r", {k: v for k, v in request.headers.items()})  # expect: reach
    log.debug("body %s", request.json)  # expect: reach
    log.debug("body %s", request.get_json())  # expect: reach
    log.debug("body %s", request.data)  # expect: reach
    log.debug("body %s", request.get_data(as_text=True))  # expect: reach
    log.debug("form %s", request.form)  # expect: reach
    log.debug("form %s", request.form.to_dict())  # expect: reach
    log.debug("cookies %s", request.cookies)  # expect: reach
    log.debug("session %s", dict(session))  # expect: reaches
    return ""
