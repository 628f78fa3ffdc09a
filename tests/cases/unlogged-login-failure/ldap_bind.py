import ldap
from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/login")
def login():
    conn = ldap.initialize("ldaps://directory")
    try:
        conn.simple_bind_s(request.form["name"], request.form["password"])
    except ldap.INVALID_CREDENTIALS:
        abort(401)  # expect: failed login
    return "welcome"
