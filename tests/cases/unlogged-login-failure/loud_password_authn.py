"""The verb is written as short as in SAML and OpenID Connect."""

from flask import Blueprint, current_app, redirect, render_template, request, session

bp = Blueprint("idp", __name__)


@bp.route("/verify", methods=["POST"])
def verify():
    found = current_app.authn.password_authn(request.form["name"], request.form["password"])
    if not found:
        session["failures"] = session.get("failures", 0) + 1
        return render_template("password.html", name=request.form["name"])  # expect: a failed login leaves no security record
    session["user"] = found.user
    return redirect("/")
