from flask import Flask, abort, request
from werkzeug.security import check_password_hash

from shop.audit import audit_event, audit_log_enabled, get_audit_log, list_audit_events

app = Flask(__name__)


@app.post("/login")
def login(users):
    user = users.get(request.form["name"])
    if not check_password_hash(user.password_hash, request.form["password"]):
        if audit_log_enabled():
            list_audit_events(user)
        get_audit_log(user)
        abort(401)  # expect: a failed login leaves no security record
    return user.start()


@app.post("/login/recorded")
def recorded(users):
    user = users.get(request.form["name"])
    if not check_password_hash(user.password_hash, request.form["password"]):
        audit_event(user)
        abort(401)
    return user.start()
