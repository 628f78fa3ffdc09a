from flask import Blueprint, redirect, request

from post.models import db
from post.plugins import Manager

pages = Blueprint("pages", __name__)


class Program:
    def __init__(self):
        self.managers = []

    def add_manager(self, name):
        self.managers.append(Manager(name))


@pages.route("/plugins", methods=["POST"])
def plugin():
    program = Program()
    program.managers.append(Manager(request.form["name"]))
    db.session.commit()
    return redirect("/plugins")
