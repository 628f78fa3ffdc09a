"""Input that cannot forge a line."""
import json
import logging
import re
import uuid
from enum import Enum
from urllib.parse import quote

from flask import Flask, abort, request

app = Flask(__name__)
log = logging.getLogger(__name__)
SLUG = re.compile(r"[a-z0-9-]+")
CRLF = str.maketrans({"\n": "\\n", "\r": "\\r"})


class Color(Enum):
    RED = "red"
    BLUE = "blue"


@app.route("/a")
def with_repr():
    log.info("name %r", request.args.get("name"))
    log.info(f"name {request.args.get('name')!r}")
    log.info("name %s", repr(request.args.get("name")))
    log.info("name {!r}".format(request.args.get("name")))
    log.info("name %s", ascii(request.args["name"]))
    return ""


@app.route("/b")
def as_json():
    log.info("body %s", json.dumps({"name": request.args.get("name")}))
    return ""


@app.route("/c")
def numbers():
    page = int(request.args.get("page", 1))
    log.info("page %s", page)
    log.info("size %d", request.args.get("size", type=int))
    log.info("x %s", float(request.args["x"]))
    return ""


@app.route("/d/<int:item>")
def typed(item):
    log.info("item %s", item)
    return ""


@app.route("/e/<uuid:item>")
def typed_uuid(item):
    log.info("item %s", item)
    return ""


@app.route("/f")
def as_uuid():
    item = uuid.UUID(request.args["id"])
    log.info("item %s", item)
    return ""


@app.route("/g")
def as_enum():
    color = Color(request.args["color"])
    log.info("color %s", color)
    return ""


@app.route("/h")
def by_pattern():
    slug = request.args["slug"]
    if not SLUG.fullmatch(slug):
        abort(400)
    log.info("slug %s", slug)
    return ""


@app.route("/i")
def by_list():
    kind = request.args["kind"]
    if kind not in ("a", "b"):
        abort(400)
    log.info("kind %s", kind)
    return ""


@app.route("/j")
def translated():
    log.info("name %s", request.args["name"].translate(CRLF))
    log.info("name %s", request.args["name"].replace("\n", "").replace("\r", ""))
    log.info("name %s", re.sub(r"[\r\n]", "_", request.args["name"]))
    log.info("name %s", quote(request.args["name"]))
    return ""


@app.route("/k")
def digits():
    code = request.args["code"]
    if code.isdigit():
        log.info("code %s", code)
    log.info("n %d", len(request.args["name"]))
    return ""


def one_line(text):
    return " ".join(text.split())


@app.route("/l")
def own_barrier():
    log.info("name %s", one_line(request.args["name"]))
    return ""


@app.route("/m")
def mapping():
    known = {"a": "Alpha", "b": "Beta"}
    log.info("label %s", known[request.args["k"]])
    log.info("label %s", known.get(request.args["k"], "?"))
    return ""


@app.route("/n")
def compared():
    log.info("admin %s", request.args.get("admin") == "1")
    log.info("has name %s", "name" in request.args)
    return ""
