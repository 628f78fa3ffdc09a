# file: meeting/web/rh.py
from flask import g, request


class RH:
    def _check_access(self):
        return None

    def _process(self):
        raise NotImplementedError

    def process(self):
        g.rh = self
        if request.method == "OPTIONS":
            return ""
        self._check_access()
        return self._process()
# file: meeting/keys/controllers.py
from flask import flash, redirect, session, url_for

from meeting.database import db
from meeting.keys.models import APIKey
from meeting.web.rh import RH


class RHCreateKey(RH):
    def _process(self):
        key = APIKey(user=session["user"])
        db.session.add(key)  # expect: made or revoked token
        db.session.flush()
        flash("Your API key has been successfully created.")
        return redirect(url_for("keys.profile"))

    def _note(self, user):
        db.session.add(APIKey(user=user))
# file: meeting/keys/blueprint.py
from flask import Blueprint

from meeting.keys.controllers import RHCreateKey

bp = Blueprint("keys", __name__)
bp.add_url_rule("/keys/new", "new", lambda: RHCreateKey().process(), methods=("POST",))
