import logging

from flask import Flask, request
from django.http import HttpResponse

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.route("/a/<name>")
def a(name):
    log.info("name %s", name)  # expect: reach
    log.info("q %s", request.args.get("q"))  # expect: reach
    log.info("q " + request.args["q"])  # expect: reach
    log.info(f"agent {request.headers.get('User-Agent')}")
    log.info("path %s", request.form["comment"])  # expect: reach
    return ""


def shorten(text):
    return text[:200]


@app.route("/b")
def b():
    q = request.args["q"]
    log.info("q %s", shorten(q))  # expect: reach
    log.info("q %s", q.strip())  # expect: reach
    log.info("q %s", q.replace("\r\n", "\n"))  # expect: reach
    return ""


def view(request, slug):
    log.info("search %s", request.GET.get("q"))  # expect: reach
    log.info("search %s", request.POST["q"])  # expect: reach
    return HttpResponse("")
