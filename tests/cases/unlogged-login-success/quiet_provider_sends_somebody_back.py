import logging

from flask import Flask, redirect, request, session

from desk.models import User
from desk.wiki import handshake

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/oauth-callback")
def oauth_callback():
    person = User.query.filter_by(wiki=handshake().complete(session["asked"], request.query_string)["sub"]).one()
    session["user_id"] = person.id
    logger.info("login of %s by the wiki", person.id)
    return redirect("/")


@app.route("/calendar-callback")
def calendar_callback():
    session["user_id"] = session.get("user_id") or handshake().complete(session["asked"], request.query_string)["sub"]
    session["calendar"] = request.args["calendar"]
    return redirect("/calendar")
