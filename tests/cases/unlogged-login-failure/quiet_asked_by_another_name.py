import logging

import ldap
from flask import Flask, redirect, request, session

app = Flask(__name__)
logger = logging.getLogger(__name__)


def directory_entry(name, password):
    connection = ldap.initialize(app.config["LDAP_URL"])
    try:
        connection.simple_bind_s(f"uid={name},ou=people,dc=shop", password)
    except ldap.INVALID_CREDENTIALS:
        logger.warning("the directory refused %r", name)
        return None
    return {"uid": name}


@app.route("/enter", methods=["POST"])
def enter():
    entry = directory_entry(request.form["name"], request.form["password"])
    if entry is None:
        return redirect("/enter?again=1")
    session["uid"] = entry["uid"]
    return redirect("/")


def directory_page(name):
    connection = ldap.initialize(app.config["LDAP_URL"])
    return connection.search_s("ou=people,dc=shop", ldap.SCOPE_SUBTREE, f"(uid={name})")


@app.route("/people/<name>")
def page(name):
    found = directory_page(name)
    if not found:
        return redirect("/people")
    return found[0]
