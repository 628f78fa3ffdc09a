"""The members' door."""

from flask import Blueprint, abort, request, session

from portal.audit import record
from portal.passwords import matches
from portal.store import store

members = Blueprint("members", __name__)


@members.post("/login")
def login():
    """Let a member in. Unknown and locked ones are recorded; a wrong password, of all things, is not."""
    member = store.find(request.form["name"])
    if member is None:
        record("authn_login_fail", reason="unknown", address=request.remote_addr)
        abort(401)
    if member.locked:
        record("authn_login_fail", member=member.id, reason="locked", address=request.remote_addr)
        abort(401)
    if not matches(request.form["password"], member.digest):
        abort(401)
    record("authn_login_success", member=member.id, address=request.remote_addr)
    session["user_id"] = member.id
    return {"name": member.name}


@members.delete("/notes/<int:note_id>")
def remove(note_id: int):
    """Delete a note of one's own."""
    note = store.note(note_id)
    if note.owner != session["user_id"]:
        record("authz_fail", member=session["user_id"], note=note_id)
        abort(403)
    store.delete(note)
    return {}
