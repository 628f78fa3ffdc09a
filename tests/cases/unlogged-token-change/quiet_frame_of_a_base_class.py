# file: meeting/web/rh.py
import logging

from flask import g, request

log = logging.getLogger(__name__)


class RH:
    def _process(self):
        raise NotImplementedError

    def process(self):
        g.rh = self
        result = self._process()
        log.info("%s did %s", g.user, type(self).__name__)
        return result


class IdleRH:
    def _process(self):
        raise NotImplementedError

    def process(self):
        return request.path
# file: meeting/keys/controllers.py
from flask import flash, redirect, session, url_for

from meeting.database import db
from meeting.keys.models import APIKey
from meeting.web.rh import RH, IdleRH


class RHCreateKey(RH):
    def _process(self):
        key = APIKey(user=session["user"])
        db.session.add(key)
        flash("Your API key has been successfully created.")
        return redirect(url_for("keys.profile"))


class RHFillKey(IdleRH):
    def _process(self):
        db.session.add(APIKey(user=session["user"]))
        return redirect(url_for("keys.profile"))
