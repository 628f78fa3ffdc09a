from flask import Flask, jsonify

from accounts import manager

app = Flask(__name__)


@app.delete("/users/<name>")
def remove(name):
    manager.delete_user(name)  # expect: deleted user
    return jsonify({})
