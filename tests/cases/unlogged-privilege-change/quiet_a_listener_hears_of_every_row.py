import logging

from flask import Flask, request
from sqlalchemy import event

from shop.models import User, db

logger = logging.getLogger(__name__)
app = Flask(__name__)


@event.listens_for(User, "after_update")
def changed(mapper, connection, target):
    logger.warning("privilege_permissions_changed user=%s role=%s", target.id, target.role)


@app.route("/user/<int:pk>/role", methods=["POST"])
def change_role(pk):
    user = User.query.get_or_404(pk)
    user.role = request.json["role"]
    db.session.commit()
    return {}
