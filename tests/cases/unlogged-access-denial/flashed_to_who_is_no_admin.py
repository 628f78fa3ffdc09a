from flask import Blueprint, flash, redirect, render_template, session

pages = Blueprint("pages", __name__)


@pages.route("/admin")
def admin():
    if not session.get("is_admin"):
        flash("You are not an admin")
        return redirect("/")  # expect: says that it is denied
    return render_template("admin.html")


@pages.route("/orders")
def orders():
    if not session.get("orders"):
        flash("There are no orders, and no admin to ask")
        return redirect("/")
    return render_template("orders.html")
