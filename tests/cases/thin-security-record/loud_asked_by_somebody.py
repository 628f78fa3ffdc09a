"""Who is refused here came by a call of ours."""

import logging

from flask import Flask, abort, request

from shop.models import known

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/ask")
def ask():
    if not known(request.form["username"], request.form["password"]):
        logger.warning("Invalid login to the provider's pages")  # expect: lacks
        abort(401)
    return "answer"
