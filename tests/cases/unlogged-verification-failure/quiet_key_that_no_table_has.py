import logging

from flask import Flask, request

from shop.answers import data_error, json_result
from shop.models import APIToken, Dialog

app = Flask(__name__)


@app.post("/chats/<number>")
def chat(number):
    token = request.headers["Authorization"].split()[1]
    found = APIToken.query(beta=token)
    if not found:
        logging.warning("authn_token_reuse source=%s", request.remote_addr)
        return data_error(message="Authentication error: API key is invalid!")
    return json_result(data=Dialog.answer(found[0].tenant_id, number))


@app.delete("/tokens/<number>")
def drop(number):
    found = APIToken.query(id=number)
    if not found:
        return data_error(message="Invalid token")  # a row that somebody wants to delete
    logging.info("authn_token_revoked token=%r", number)
    found[0].delete()
    return json_result(data=True)


@app.post("/providers/<name>")
def set_key(name):
    answer = Dialog.ask(name, request.form["key"])
    if not answer:
        return data_error(message="Invalid API key")  # another's
    return json_result(data=True)
