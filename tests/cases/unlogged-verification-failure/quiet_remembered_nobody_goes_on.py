import jwt
from flask import g, request


class Sessions:
    def _remembered(self, cookie):
        try:
            return jwt.decode(cookie, self.key, algorithms=["HS256"])
        except jwt.InvalidTokenError:
            return None

    def load(self, request):
        user = self._remembered(request.cookies["remember"])
        if not user:
            self.anonymous()
        return self.use(user)

    def anonymous(self):
        g.user = None

    def use(self, user):
        g.user = user
        return request.path
