from flask import Blueprint, redirect, session

pages = Blueprint("pages", __name__)


@pages.route("/logout")
def Logout():
    session.pop("login", None)  # expect: a logout leaves no security record
    session.pop("userName", None)
    return redirect("/")
