import logging

import flask

bp = flask.Blueprint("app", __name__)
log = logging.getLogger(__name__)


@bp.route("/login", methods=["GET", "POST"])
def login():
    api = flask.current_app.config["SHOP_API"]
    if flask.request.method == "POST":
        password = flask.request.form["password"]
        info = api.check_auth(flask.request.form["username"], password)
        if not info:
            log.warning("login failed from %r", flask.request.remote_addr)
            return flask.render_template("login.html", errors=True)
        flask.session["name"] = info["name"]
    return flask.render_template("login.html")


@bp.route("/prices")
def prices():
    client = flask.current_app.config["BANK"]
    if not client.authenticate(flask.current_app.config["BANK_NAME"], flask.current_app.config["BANK_PASSWORD"]):
        return flask.render_template("prices.html", errors=True)
    return flask.render_template("prices.html", prices=client.prices())
