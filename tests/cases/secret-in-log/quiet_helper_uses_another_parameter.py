# file: core/trail.py
import logging

log = logging.getLogger("trail")


def changed(who, what, old, new):
    log.info("%s changed %s (%s)", who, what, "differs" if old != new else "same")
# file: core/users.py
from core.trail import changed


def set_password(actor, user, old_password, new_password):
    user.password = new_password
    changed(actor.id, f"password of user {user.id}", old_password, new_password)
