import logging

from flask import Flask, request

from shop.answers import data_error, json_result
from shop.models import APIToken, Dialog

app = Flask(__name__)


@app.errorhandler(401)
def nobody(error):
    logging.warning("authn_login_fail source=%s", request.remote_addr)  # of answers with that status
    return data_error(message="Unauthorized"), 401


@app.post("/chats/<number>")
def chat(number):
    token = request.headers["Authorization"].split()[1]
    found = APIToken.query(beta=token)
    if not found:
        return data_error(
            message="Authentication error: API key is invalid!"
        )  # expect: a token or signature that does not verify leaves no security record
    return json_result(data=Dialog.answer(found[0].tenant_id, number))
