"""A login asks a helper that compares passwords as they are, or one whose name cuts the word short."""

import binascii
import hashlib

from fastapi import Body, FastAPI
from flask import Blueprint, redirect, render_template, request
from flask_login import current_user, login_user

from shop.models import Customer, tokens

app = FastAPI()
pages = Blueprint("pages", __name__)
customers = []


def check_user(given):
    for customer in customers:
        if customer.email == given.email and customer.password == given.password:
            return True
    return False


def same_basket(given):
    for customer in customers:
        if customer.basket == given.basket:
            return True
    return False


@app.post("/user/login")
async def user_login(given=Body(...)):
    if check_user(given):
        return tokens.sign(given.email)
    return {"error": "Wrong login details!"}  # expect: failed login


@app.post("/user/login/basket")
async def login_with_basket(given=Body(...)):
    if same_basket(given):
        return {"known": True}
    return {"known": False}


def verify_pass(given, kept):
    salt, kept = kept[:64], kept[64:]
    made = hashlib.pbkdf2_hmac("sha512", given.encode(), salt, 100000)
    return binascii.hexlify(made) == kept


@pages.route("/login", methods=["GET", "POST"])
def login():
    if "login" in request.form:
        customer = Customer.query.filter_by(name=request.form["name"]).first()
        if customer and verify_pass(request.form["password"], customer.password):
            login_user(customer)
            return redirect("/")
        return render_template("login.html", message="Wrong name or password")  # expect: failed login
    return render_template("login.html")


@pages.route("/reports")
def reports():
    if not check_pass_rate(request.args["build"]):
        return render_template("red.html")
    return render_template("green.html")


def check_pass_rate(build):
    return build.passed / build.total > 0.9


@pages.route("/sign-in", methods=["GET", "POST"])
def sign_in():
    if request.method == "POST":
        customer = Customer.query.filter_by(name=request.form["name"]).first()
        if customer and customer.check_password(request.form["password"]):
            login_user(customer)
            return redirect("/")
    if current_user.is_authenticated:
        return redirect("/")
    return render_template("login.html")  # expect: failed login
