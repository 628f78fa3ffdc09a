from flask import Blueprint, redirect, session
from jupyterhub.handlers import LogoutHandler

bp = Blueprint("oauth", __name__)


@bp.route("/logout")
def logout():
    remote = session.pop("REMOTE_COLOUR", None)
    return redirect(remote or "/")


class OurLogout(LogoutHandler):
    async def handle_logout(self):
        self.clear_cookie("state")
