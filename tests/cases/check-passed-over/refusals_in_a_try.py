from flask import Flask, abort, jsonify, request

app = Flask(__name__)


@app.before_request
def only_known_clients():
    try:
        if not app.clients.known(request.headers["X-Client"]):
            abort(403)
    except Exception:  # expect: calls abort(403) is swallowed
        pass


@app.route("/orders")
def orders(shop, rights):
    try:
        if "orders" not in rights.of(request.headers["X-User"]):
            return jsonify(error="no"), 403
    except:  # expect: every error of a check that returns 403
        pass
    return jsonify(shop.orders())


@app.route("/carts")
def carts(shop, rights, cart):
    client = request.headers.get("X-Client")
    if client:
        try:
            allowed, reason = rights.ask(client, "carts")
            if not allowed:
                return jsonify(error=reason), 403
        except Exception:  # expect: returns 403
            pass
    if not shop.is_mine(cart):
        return jsonify(error="not yours"), 403
    try:
        return jsonify(shop.cart(cart))
    finally:
        shop.close()
