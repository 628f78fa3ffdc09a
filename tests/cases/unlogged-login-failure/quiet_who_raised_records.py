# file: keys/client.py
import logging

log = logging.getLogger(__name__)


class Client:
    def __init__(self, store):
        self.store = store

    def authenticate(self, name, password):
        user = self.store.get(name)
        if user is None:
            log.info("authentication failed, no such user: %s", name)
            raise ValueError("no such user")
        if not user.validate_password(password):
            log.info("authentication failed for %s", name)
            raise ValueError("invalid credentials")
        return user
# file: keys/web.py
from flask import Flask, redirect, render_template, request
from wtforms import Form, PasswordField

app = Flask(__name__)


class AgainForm(Form):
    password = PasswordField("Password")

    def __init__(self, values, client, name):
        super().__init__(values)
        self.client = client
        self.name = name

    def authenticate(self):
        try:
            self.client.authenticate(self.name, self.password.data)
            return True
        except Exception:
            pass
        return False


@app.route("/manage", methods=["POST"])
def manage():
    form = AgainForm(request.form, request.environ["client"], request.environ["user"].name)
    if form.authenticate():
        return redirect("/manage")
    return render_template("manage.html", error="Invalid credentials!")
