from flask.sessions import SessionInterface
from itsdangerous import URLSafeSerializer


class Sessions(SessionInterface):
    serializer = URLSafeSerializer("salt")

    def open_session(self, app, request):
        kept = request.cookies.get("session")
        try:
            return dict(self.serializer.loads(kept))
        except TypeError:
            pass  # kept by an older version
        return {}
