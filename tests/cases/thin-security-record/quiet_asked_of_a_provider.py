"""The program's own key is refused by who answers its questions: nobody logged in here."""

import logging

from flask import Flask, request

from shop.models import InvalidAuthentication, provider

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/ask")
def ask():
    try:
        return provider.call(request.json["question"])
    except InvalidAuthentication:
        logger.warning("Invalid authentication while calling the provider.", exc_info=True)
        return {"reason": "check the key"}, 401
