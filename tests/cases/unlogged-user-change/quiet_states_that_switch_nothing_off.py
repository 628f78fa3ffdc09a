import logging

from flask import Blueprint, redirect, request
from flask_login import current_user

from shop.models import Model, User, db

bp = Blueprint("chat", __name__)
log = logging.getLogger(__name__)


class Printer(Model):
    async def disable(self):
        self.disabled = True
        await self.save()


class Account(Model):
    async def disable(self):
        self.disabled = True
        await self.save()
        log.info("account %s disabled", self.id)


@bp.route("/presence", methods=["POST"])
def presence():
    current_user.status = request.form["status"]
    db.session.commit()
    return redirect("/")


@bp.route("/users/<int:number>/off", methods=["POST"])
def switch_off(number):
    user = User.query.get_or_404(number)
    user.status = "suspended"
    db.session.commit()
    log.info("user %d suspended by %s", number, current_user.id)
    return redirect("/users")
