import re

import requests
from flask import Flask, abort, request

app = Flask(__name__)
REGIONS = ["eu", "us"]


@app.get("/a")
def listed():
    region = request.args["region"]
    if region not in REGIONS:
        abort(400)
    return requests.get(f"https://{region}.example.com/x", timeout=3).text


@app.get("/b")
def spelt():
    region = request.args["region"]
    if not region.isalnum():
        abort(400)
    return requests.get(f"https://{region}.example.com/x", timeout=3).text


@app.get("/c")
def matched():
    region = request.args["region"]
    if not re.match(r"^[a-z]+$", region):
        abort(400)
    return requests.get(f"https://{region}.example.com/x", timeout=3).text


@app.get("/d")
def cleaned():
    region = re.sub(r"[^a-z]", "", request.args["region"])
    return requests.get(f"https://{region}.example.com/x", timeout=3).text


@app.get("/e/<int:shard>")
def numbered(shard):
    return requests.get(f"https://s{shard}.example.com/x", timeout=3).text


@app.get("/f")
def of_a_table():
    region = {"a": "eu"}.get(request.args["region"], "us")
    return requests.get(f"https://{region}.example.com/x", timeout=3).text


@app.get("/g")
def of_a_row():
    shop = Shop.query.filter_by(name=request.args["shop"]).first_or_404()
    return requests.get(f"https://{shop.name}.example.com/x", timeout=3).text
