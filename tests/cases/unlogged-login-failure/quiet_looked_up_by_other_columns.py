from flask import Blueprint, current_app, redirect, render_template, request, session

from shop.db import mysql
from shop.models import Article, User

bp = Blueprint("auth", __name__)


@bp.post("/login")
def login():
    cursor = mysql.connection.cursor()
    cursor.execute("SELECT * FROM accounts WHERE name = %s AND password = %s", (request.form["name"], request.form["password"]))
    account = cursor.fetchone()
    if account:
        session["id"] = account["id"]
        return redirect("/")
    current_app.logger.warning("failed login of %r", request.form["name"])
    return render_template("login.html", message="no")


@bp.post("/names")
def is_free():
    cursor = mysql.connection.cursor()
    cursor.execute("SELECT password FROM accounts WHERE name = %s", (request.form["name"],))
    if cursor.fetchone():
        return render_template("taken.html")
    return render_template("free.html")


@bp.get("/articles")
def articles():
    found = Article.query.filter_by(kind=request.args["kind"], year=request.args["year"]).first()
    if found is None:
        return render_template("none.html")
    return render_template("article.html", article=found)


@bp.get("/people")
def people():
    found = User.query.filter_by(name=request.args["name"], city=request.args["city"]).first()
    if found is None:
        return render_template("none.html")
    return render_template("person.html", person=found)
