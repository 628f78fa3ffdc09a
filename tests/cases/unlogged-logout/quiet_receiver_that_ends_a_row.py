from datetime import datetime

from flask import Flask, redirect
from flask_login import logout_user, user_logged_out

from shop.models import LoginSession, db

app = Flask(__name__)


@app.route("/logout")
def logout():
    logout_user()
    return redirect("/")


@user_logged_out.connect
def log_session_end(sender, user):
    session = LoginSession.active(user)
    if session:
        session.ended_at = datetime.utcnow()
        db.session.commit()
