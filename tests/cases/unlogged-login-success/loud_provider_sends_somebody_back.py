import logging

from flask import Flask, flash, redirect, request, session

from desk.models import User
from desk.wiki import handshake

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/oauth-callback")
def oauth_callback():
    try:
        token = handshake().complete(session["asked"], request.query_string)
    except KeyError:
        logger.warning("a login of the wiki's failed")
        flash("no login")
        return redirect("/")
    person = User.query.filter_by(wiki=handshake().identify(token)["sub"]).one()
    session["user_id"] = person.id  # expect: oauth_callback() sets session["user_id"]
    return redirect("/")


@app.route("/sudo/<name>")
def sudo(name):
    if not User.query.get(session["user_id"]).may_become_others:
        logger.warning("%s may not become %s", session["user_id"], name)
        return "no", 403
    session["user_id"] = User.query.filter_by(name=name).one().id  # expect: sudo() sets session["user_id"]
    return redirect("/")
