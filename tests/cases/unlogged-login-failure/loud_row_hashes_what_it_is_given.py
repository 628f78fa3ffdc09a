from tornado import web

from hall.models import Member


class SignIn(web.RequestHandler):
    def post(self):
        password = self.get_argument("password")
        member = self.rows.query(Member).filter(Member.name == self.get_argument("name")).first()
        if member.get_secure_password(password) != str(member.password):
            return {"err": "params", "msg": "That did not fit"}  # expect: failed login
        self.let_in(member)
        return {"err": "ok"}
