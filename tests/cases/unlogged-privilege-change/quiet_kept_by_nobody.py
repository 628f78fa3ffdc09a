"""What is only set for a page is kept by nobody."""

from flask import render_template

from forum import app
from forum.models import User


@app.route("/preview")
def preview():
    user = User.query.first()
    user.staff = True
    return render_template("preview.html", user=user)
