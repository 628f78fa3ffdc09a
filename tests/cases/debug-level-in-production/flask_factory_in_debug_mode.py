from flask import Flask


def create_app():
    app = Flask("shop")
    app.config.update(DEBUG=True, JSON_SORT_KEYS=False)  # expect: is at DEBUG
    return app


def create_admin():
    app = Flask("admin")
    app.debug = True  # expect: the logger admin is at DEBUG
    return app
