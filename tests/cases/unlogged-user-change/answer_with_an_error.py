import logging

from flask import Blueprint, flash, redirect, render_template, request

from people import directory

pages = Blueprint("pages", __name__)
logger = logging.getLogger(__name__)


@pages.route("/people", methods=["POST"])
def add():
    made = directory.create_user(request.form["mail"])
    if made.get("error"):
        flash(made["error"])
        return render_template("new.html")
    logger.info("account %d made by %d from %s", made["id"], request.user.id, request.remote_addr)
    return redirect("/people")


@pages.route("/people/quick", methods=["POST"])
def quick():
    made = directory.create_user(request.form["mail"])  # expect: created or deleted user
    if made.get("error"):
        return render_template("new.html")
    return redirect("/people")
