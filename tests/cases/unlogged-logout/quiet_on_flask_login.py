from flask import Flask, redirect
from flask_login import current_user, login_required, logout_user

app = Flask(__name__)


@app.post("/logout")
@login_required
def leave():
    app.logger.info("session_logout user=%s", current_user.get_id())
    logout_user()
    return redirect("/")
