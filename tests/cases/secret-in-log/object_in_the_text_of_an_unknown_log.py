class Auth:
    def __init__(self, user=None, private_key=None):
        self.user = user
        self.private_key = private_key

    def __repr__(self):
        return f"<Auth {self.user} {self.private_key}>"


class Settings:
    def authorize(self, node, request, user):
        auth = Auth(user, request.args.get("private_key"))
        self.owner.add_log(action=f"authorized {auth}")  # expect: the secret key
