from flask import Blueprint, redirect, render_template, request, session, url_for

from shop.db import database, mongo, mysql
from shop.models import Customer, User

bp = Blueprint("auth", __name__)


@bp.route("/login", methods=["GET", "POST"])
def login():
    message = ""
    if request.method == "POST":
        name = request.form["name"]
        password = request.form["password"]
        cursor = mysql.connection.cursor()
        cursor.execute("SELECT * FROM accounts WHERE name = %s AND password = %s", (name, password))
        account = cursor.fetchone()
        if account:
            session["id"] = account["id"]
            return redirect(url_for("home"))
        message = "That is not your name, or not your password"
    return render_template("login.html", message=message)  # expect: a failed login leaves no security record


@bp.post("/login/users")
def login_users():
    user = User.query.filter_by(name=request.form["name"], password=request.form["password"]).first()
    if user is None:
        return render_template("login.html", message="no")  # expect: a failed login leaves no security record
    session["id"] = user.id
    return redirect("/")


@bp.post("/login/staff")
def login_staff():
    found = database().execute(
        "SELECT id FROM staff WHERE name = ? AND password = ?", (request.form["name"], request.form["password"])
    ).fetchone()
    if not found:
        return render_template("login.html", message="no")  # expect: a failed login leaves no security record
    session["id"] = found["id"]
    return redirect("/")


@bp.post("/login/shops")
def login_shops():
    shop = mongo.shops.find_one({"email": request.form["email"], "password": request.form["password"]})
    if not shop:
        return render_template("login.html", message="no")  # expect: a failed login leaves no security record
    session["id"] = shop["_id"]
    return redirect("/")


@bp.post("/login/customers")
def login_customers():
    if Customer.objects.filter(email=request.form["email"], password=request.form["password"]).exists():
        session["email"] = request.form["email"]
        return redirect("/")
    return render_template("login.html", message="no")  # expect: a failed login leaves no security record
