from enum import Enum

from flask import Blueprint, redirect

from shop.models import Model, User, db

bp = Blueprint("staff", __name__)


class UserStatus(Enum):
    ACTIVE = "active"
    SUSPENDED = "suspended"


class Account(Model):
    async def disable(self):
        if self.disabled:
            return
        self.disabled = True  # expect: leaves no security record
        await self.save(update_fields=["disabled"])


@bp.route("/users/<int:number>/off", methods=["POST"])
def switch_off(number):
    user = User.query.get_or_404(number)
    user.status = UserStatus.SUSPENDED.value  # expect: leaves no security record
    db.session.commit()
    return redirect("/users")
