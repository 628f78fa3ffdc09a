import http.client

import requests
from flask import Flask, request

app = Flask(__name__)


@app.get("/a")
def with_an_ending():
    return requests.get("{}.json".format(request.args["url"]), timeout=3).text  # expect: requests.get()


@app.get("/b")
def with_a_host_apart():
    return requests.get(f"{request.args['url']}-latest.tar.gz", timeout=3).text  # expect: requests.get()


@app.get("/c")
def labels_of_a_host():
    return requests.get(f"https://{request.args['region']}.example.com/x", timeout=3).text  # expect: requests.get()


@app.get("/d")
def labels_of_a_host_alone():
    connection = http.client.HTTPSConnection(f"{request.args['region']}.example.com")  # expect: HTTPSConnection()
    connection.request("GET", "/")
    return ""
