import os

import psycopg2
import pymongo
from flask import Flask, request

app = Flask(__name__)


@app.post("/login")
def login():
    rows = psycopg2.connect(host="db", user="shop", password=os.environ["DB_PASSWORD"]).cursor()
    rows.execute("SELECT * FROM users WHERE name = %s AND password = %s", (request.form["name"], request.form["password"]))
    if rows.fetchone() is None:
        return "no", 200  # expect: a failed login
    return "in"


@app.post("/in")
def enter():
    people = pymongo.MongoClient("db", username="shop", password=os.environ["DB_PASSWORD"]).shop.users
    found = people.find_one({"name": request.form["name"], "password": request.form["password"]})
    if found is None:
        return "no", 200  # expect: a failed login
    return "in"
