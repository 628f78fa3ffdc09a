from flask import Flask, request
from sqlalchemy import text
from werkzeug.security import generate_password_hash

from shop.db import db

app = Flask(__name__)


@app.post("/people")
def people():
    form = request.form
    db.session.execute(  # expect: INSERT ... users
        text("INSERT INTO users (username, password) VALUES (:name, :password)"),
        {"name": form["name"], "password": generate_password_hash(form["password"])},
    )
    db.session.commit()
    return "", 201


@app.delete("/people/<int:number>")
def gone(number):
    db.session.execute(text("DELETE FROM accounts WHERE id = :number"), {"number": number})  # expect: DELETE ... accounts
    db.session.commit()
    return "", 204
