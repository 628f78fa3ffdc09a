import requests
from flask import Flask, request

app = Flask(__name__)


@app.post("/probe/format")
def probe_format():
    host = request.form["host"]
    return requests.get("https://{}/health".format(host), timeout=3).text  # expect: client controls


@app.post("/probe/named")
def probe_named():
    host, key = request.form["host"], request.form["key"]
    url = "https://{host}/health?key={key}".format(host=host, key=key)
    return requests.get(url, timeout=3).text  # expect: client controls


@app.post("/probe/percent")
def probe_percent():
    target = "http://%s/%s" % (request.form["host"], "health")
    return requests.get(target, timeout=3).text  # expect: client controls


@app.post("/probe/numbered")
def probe_numbered():
    template = "{1}://{0}/health"
    return requests.get(template.format(request.form["host"], "https"), timeout=3).text  # expect: client controls
