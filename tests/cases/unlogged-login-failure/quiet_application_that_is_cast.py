import logging
from typing import cast

from flask import Flask, current_app, redirect, request

from shop.people import People

log = logging.getLogger(__name__)


class Authn:
    def __init__(self, people: People) -> None:
        self.people = people

    def password_authn(self, name, password):
        person = self.people.by_name(name)
        if person is None or not person.fits(password):
            log.warning("authn_login_fail name=%r source=%r", name, request.remote_addr)
            return None
        return person


class Shop(Flask):
    def __init__(self, people: People) -> None:
        super().__init__("shop")
        self.authn = Authn(people)


shop = cast("Shop", current_app)


@shop.route("/verify", methods=["POST"])
def verify():
    person = shop.authn.password_authn(request.form["name"], request.form["password"])
    if person is None:
        return redirect("/login")
    return redirect("/")
