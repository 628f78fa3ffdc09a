from flask import Flask, request
from flask_security import hash_password

from shop import user_datastore

app = Flask(__name__)


@app.post("/staff/users")
def add():
    user_datastore.create_user(email=request.json["email"], password=hash_password("x"))  # expect: user
    user_datastore.commit()
    return "", 201
