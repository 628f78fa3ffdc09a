import os

import psycopg2
import pymongo
from flask import Flask, request

app = Flask(__name__)


@app.get("/goods")
def goods():
    rows = psycopg2.connect(host="db", user="shop", password=os.environ["DB_PASSWORD"]).cursor()
    rows.execute("SELECT * FROM goods WHERE name = %s", (request.args["name"],))
    if rows.fetchone() is None:
        return "no such thing", 404
    return "there"


@app.post("/names")
def names():
    store = psycopg2.connect(host="db", user="shop", password="none")
    rows = store.cursor()
    rows.execute("SELECT * FROM users WHERE username = %s", (request.form["username"],))
    if rows.fetchone() is not None:
        return "taken"
    return "free"


@app.get("/orders")
def orders():
    found = pymongo.MongoClient("db", username="shop", password=os.environ["DB_PASSWORD"]).shop.orders.find_one(
        {"name": request.args["name"]}
    )
    if found is None:
        return "no such order", 404
    return "there"
