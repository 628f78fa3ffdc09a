from flask import Flask, jsonify
from flask_login import current_user

app = Flask(__name__)


@app.post("/keys")
def add():
    key = current_user.create_api_key()  # expect: token
    return jsonify(key=key)
