import logging

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/a")
def refused_behind(shop, rights):
    user = None
    try:
        user = rights.user(request.headers["X-User"])
        if user.is_locked:
            return jsonify(error="locked"), 403
    except Exception:
        pass
    if user is None:
        return jsonify(error="who?"), 401
    return jsonify(shop.orders())


@app.route("/b")
def told(shop, rights):
    try:
        if "orders" not in rights.of(request.headers["X-User"]):
            return jsonify(error="no"), 403
    except Exception:
        logger.exception("no rights known")
    return jsonify(shop.orders())


@app.route("/c")
def named(shop, rights):
    try:
        if "orders" not in rights.of(request.headers["X-User"]):
            return jsonify(error="no"), 403
    except KeyError:
        pass
    return jsonify(shop.orders())


@app.route("/d")
def noted(shop, rights):
    allowed = True
    try:
        if "orders" not in rights.of(request.headers["X-User"]):
            abort(403)
    except Exception:
        allowed = False
    return jsonify(shop.orders() if allowed else [])


def who(rights):
    try:
        if rights.locked(request.headers["X-User"]):
            abort(403)
    except Exception:
        pass
    return None


@app.route("/e")
def not_found(shop):
    try:
        if not shop.is_open:
            return jsonify(error="closed"), 404
    except Exception:
        pass
    return jsonify(shop.orders())
