# file: accounts/signals.py
import blinker

names = blinker.Namespace()
password_changed = names.signal("password-changed")
# file: accounts/views.py
from flask import Blueprint, current_app, request

from accounts.signals import password_changed

bp = Blueprint("accounts", __name__)


@bp.post("/password")
def change():
    user = current_app.datastore.find(request.form["name"])
    user.set_password(request.form["password"])
    user.save()
    password_changed.send(current_app._get_current_object(), user=user)
    return "changed"


# file: accounts/manager.py
from fastapi import APIRouter, Request

router = APIRouter()


class Manager:
    async def reset(self, user, password): ...

    async def on_after_reset(self, user, request): ...


manager = Manager()


@router.post("/reset")
async def reset(request: Request, user, password):
    await manager.reset_password(user, password)
    await manager.on_after_reset(user, request)
    return {}
