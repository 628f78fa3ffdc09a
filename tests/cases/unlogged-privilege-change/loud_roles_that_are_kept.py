"""Roles that are given and taken: by a method that writes, and by a row's."""

from flask import Flask, request

from shop.models import Role, db

app = Flask(__name__)


class Staff:
    def _add_role(self, accounts, name):
        accounts[name] = {"role": "admin"}
        db.session.commit()

    def promote(self, accounts):
        self._add_role(accounts, request.form["name"])  # expect: a change of rights leaves no security record


@app.post("/staff")
def promote():
    Staff().promote({})
    return {}


@app.post("/roles/<int:number>")
def drop(number):
    role = Role.query.get(number)
    role.delete()  # expect: a change of rights leaves no security record
    return {}
