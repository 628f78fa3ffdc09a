from flask import Flask, abort, request

from shop.node import node, roles

app = Flask(__name__)
MAX_PAGE_SIZE = 100


@app.get("/orders")
def orders():
    page_size = int(request.args["page_size"])
    if page_size > MAX_PAGE_SIZE:
        abort(403)
    return "orders"


@app.put("/nodes")
def replicate():
    if not node.is_primary:
        abort(403)
    return "done"


@app.delete("/roles/<name>")
def drop(name):
    if roles[name].is_builtin:
        abort(403)
    return "gone"
