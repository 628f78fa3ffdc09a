# file: accounts.py
import logging

log = logging.getLogger(__name__)


class Manager:
    def delete_user(self, name):
        self.rows.pop(name)
        log.info("user %r deleted", name)


manager = Manager()
# file: views.py
from flask import Flask, jsonify

from accounts import manager

app = Flask(__name__)


@app.delete("/users/<name>")
def remove(name):
    manager.delete_user(name)
    return jsonify({})


@app.get("/users/<name>")
def show(name):
    return jsonify(manager.find_user(name))
