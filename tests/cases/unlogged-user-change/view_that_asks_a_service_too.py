"""A view whose class sends requests as well: what it deletes is its own."""

import requests
from flask import jsonify
from flask.views import MethodView

from .models import User, db


class AccountAPI(MethodView):
    def delete(self, path):
        requests.delete(f"https://mail.example/boxes/{path}", timeout=5)
        user = User.query.filter_by(name=path).one()
        db.session.delete(user)  # expect: a created or deleted user leaves no security record
        db.session.commit()
        return jsonify(done=True)
