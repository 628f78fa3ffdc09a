import logging

from flask import Flask, request
from sqlalchemy import event

from shop.models import Order, User, db

logger = logging.getLogger(__name__)
app = Flask(__name__)


@event.listens_for(Order, "after_update")
def changed(mapper, connection, target):
    logger.warning("order changed: %s", target.id)


@app.route("/user/<int:pk>/role", methods=["POST"])
def change_role(pk):
    user = User.query.get_or_404(pk)
    user.role = request.json["role"]  # expect: a change of rights leaves no security record
    db.session.commit()
    return {}
