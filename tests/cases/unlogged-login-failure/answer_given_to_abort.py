from shop.users import find
from werkzeug import Response
from werkzeug.exceptions import abort


class BasicAuth:
    realm = "shop"

    def request(self, request):
        auth = request.authorization
        user = None
        if auth and auth.username:
            user = find(auth.username, auth.password)
        if not user or not user.valid:
            response = Response("Please log in first.", 401, {"WWW-Authenticate": f'Basic realm="{self.realm}"'})
            abort(response)  # expect: failed login
        return user
