"""What a session has, without what that is."""

import logging

from flask import Flask, session

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/login")
def login():
    session["user"] = 1
    logger.info("the session has %s", list(session))
    logger.info("the session has %s", ", ".join(sorted(session)))
    for name in session:
        logger.info("the session has %s", name)
    return {"ok": True}
