import os

import httpx
import requests
from flask import Flask, request

app = Flask(__name__)
API = "https://api.example.com"
SERVICE = os.environ["SERVICE_URL"]


@app.get("/a")
def paths():
    name = request.args["name"]
    one = requests.get(API + "/users/" + name, timeout=3)
    two = requests.get(f"{API}/users/{name}", timeout=3)
    three = requests.get("%s/users/%s" % (SERVICE, name), timeout=3)
    four = requests.get("https://api.example.com/{}".format(name), timeout=3)
    five = httpx.post(SERVICE, json={"name": name}, params={"q": name})
    return [one.text, two.text, three.text, four.text, five.text]


@app.get("/b")
def known():
    where = request.args["where"]
    hosts = {"eu": "https://eu.example.com", "us": "https://us.example.com"}
    return requests.get(hosts[where], timeout=3).text


@app.get("/c")
def itself():
    return requests.get(request.host_url + "health", timeout=3).text
