import datetime

from flask import g
from flask.views import MethodView

from shop.models import db


class RefreshTokenResource(MethodView):
    def post(self):
        g.user.logged_on = datetime.datetime.now()
        db.session.commit()
        return {"token": g.user.sign()}
