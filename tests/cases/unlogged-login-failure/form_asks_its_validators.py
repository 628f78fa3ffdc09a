# file: shop/forms.py
import logging

from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField, ValidationError
from wtforms.validators import DataRequired

from shop.models import User

log = logging.getLogger(__name__)


def right_password(form, field):
    user = User.query.filter_by(name=form.name.data).first()
    if user is None or not user.check_password(field.data):
        raise ValidationError("wrong name or password")


class LoginForm(FlaskForm):
    name = StringField("name", validators=[DataRequired()])
    password = PasswordField("password", validators=[DataRequired()])

    def validate_password(self, field):
        user = User.query.filter_by(name=self.name.data).first()
        if user is None or not user.check_password(field.data):
            raise ValidationError("wrong name or password")


class SignIn(FlaskForm):
    name = StringField("name")
    password = PasswordField("password", validators=[right_password])


class SignUpForm(FlaskForm):
    name = StringField("name")

    def validate_name(self, field):
        if User.query.filter_by(name=field.data).first():
            raise ValidationError("taken")
# file: shop/views.py
from flask import Blueprint, redirect, render_template, session

from shop.forms import LoginForm, SignIn, SignUpForm

bp = Blueprint("auth", __name__)


@bp.route("/login", methods=["GET", "POST"])
def login():
    form = LoginForm()
    if form.validate_on_submit():
        session["user"] = form.name.data
        return redirect("/")
    return render_template("login.html", form=form)  # expect: failed login


@bp.route("/enter", methods=["GET", "POST"])
def enter():
    form = SignIn()
    if not form.validate_on_submit():
        return render_template("login.html", form=form)  # expect: failed login
    session["user"] = form.name.data
    return redirect("/")


@bp.route("/welcome", methods=["GET", "POST"])
def welcome():
    form = SignUpForm()
    if form.validate_on_submit():
        return redirect("/")
    return render_template("welcome.html", form=form)
