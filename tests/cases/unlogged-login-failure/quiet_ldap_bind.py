import ldap
from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/login")
def login():
    conn = ldap.initialize("ldaps://directory")
    try:
        conn.simple_bind_s(request.form["name"], request.form["password"])
    except ldap.INVALID_CREDENTIALS:
        app.logger.warning("authn_login_fail from %s", request.remote_addr)
        abort(401)
    return "welcome"


def search(conn, name):
    conn.simple_bind_s("cn=reader", "secret")
    return conn.search_s("ou=people", ldap.SCOPE_SUBTREE, name)
