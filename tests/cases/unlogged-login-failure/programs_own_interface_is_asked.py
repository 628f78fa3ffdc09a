import flask

bp = flask.Blueprint("app", __name__)


@bp.route("/login", methods=["GET", "POST"])
def login():
    api = flask.current_app.config["SHOP_API"]
    if flask.request.method == "POST":
        password = flask.request.form["password"]
        info = api.check_auth(flask.request.form["username"], password)
        if not info:
            return flask.render_template("login.html", errors=True)  # expect: a failed login leaves no security record
        flask.session["name"] = info["name"]
    return flask.render_template("login.html")
