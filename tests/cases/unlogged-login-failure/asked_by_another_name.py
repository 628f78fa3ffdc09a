import ldap
from flask import Flask, redirect, request, session

app = Flask(__name__)


def directory_entry(name, password):
    connection = ldap.initialize(app.config["LDAP_URL"])
    try:
        connection.simple_bind_s(f"uid={name},ou=people,dc=shop", password)
    except ldap.INVALID_CREDENTIALS:
        return None
    return {"uid": name}


@app.route("/enter", methods=["POST"])
def enter():
    entry = directory_entry(request.form["name"], request.form["password"])
    if entry is None:
        return redirect("/enter?again=1")  # expect: enter() returns redirect()
    session["uid"] = entry["uid"]
    return redirect("/")
