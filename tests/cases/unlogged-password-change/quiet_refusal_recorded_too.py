# file: hub/first.py
import bcrypt
from jupyterhub.auth import Authenticator


class FirstAuthenticator(Authenticator):
    def reset_password(self, name, new_password):
        if len(new_password) < 8:
            self.log.error("the new password of %s is too short", name)
            return "too short"
        with self.open_store() as store:
            store[name] = bcrypt.hashpw(new_password.encode("utf8"), bcrypt.gensalt())
        self.log.info("%s has a new password", name)
        return "changed"
# file: hub/pages.py
from jupyterhub.handlers import BaseHandler
from tornado import web


class ResetPasswordHandler(BaseHandler):
    @web.authenticated
    async def post(self):
        message = self.authenticator.reset_password(self.current_user.name, self.get_body_argument("password"))
        self.finish(message)
