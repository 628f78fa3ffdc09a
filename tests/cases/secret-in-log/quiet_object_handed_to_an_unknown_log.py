class Auth:
    def __init__(self, user=None, private_key=None):
        self.user = user
        self.private_key = private_key

    def __repr__(self):
        return f"<Auth {self.user} {self.private_key}>"


class Settings:
    def authorize(self, node, request, user):
        auth = Auth(user, request.args.get("private_key"))
        self.owner.add_log(action="authorized", params={"node": node}, auth=auth)

    def deauthorize(self, node, auth):
        self.owner.add_log(action="deauthorized", params={"node": node}, auth=auth)

    def leave(self, node, request, user):
        self.deauthorize(node, Auth(user, request.args.get("private_key")))
