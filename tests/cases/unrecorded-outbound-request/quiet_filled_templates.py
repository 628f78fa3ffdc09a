import re

import requests
from flask import Flask, request

app = Flask(__name__)
HOST = re.compile(r"[a-z]+\.shop\.example")
TICKETS = "https://tickets.example.com/{}"


@app.get("/weather")
def weather():
    city, day = request.args["city"], request.args["day"]
    requests.get("https://api.example.com/{}/{}".format(city, day), timeout=3)
    requests.get("https://api.example.com/%s?day=%s" % (city, day), timeout=3)
    requests.get("{base}/{city}".format(base="https://api.example.com", city=city), timeout=3)
    return requests.get(TICKETS.format(city), timeout=3).text


@app.get("/branch")
def branch():
    host = request.args["host"]
    if not re.fullmatch(pattern=r"[a-z]+\.shop\.example", string=host):
        return "no", 400
    return requests.get("https://{}/stock".format(host), timeout=3).text


@app.get("/stock")
def stock():
    host = request.args["host"]
    if HOST.fullmatch(string=host) is None:
        return "no", 400
    return requests.get("https://%s/stock" % host, timeout=3).text
