from blinker import signal
from flask import Flask, abort, current_app
from shop.items import AccessDenied, Item

app = Flask(__name__)
item_shown = signal("item-shown")


@app.route("/content/<name>")
def content(name):
    item_shown.send(current_app, name=name)
    try:
        item = Item.create(name)
    except AccessDenied:
        abort(403)  # expect: denied access
    return item.text


@app.errorhandler(404)
def missing(error):
    return "no such page", 404
