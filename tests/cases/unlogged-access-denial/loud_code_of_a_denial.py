from tornado import web

from hall.pages import signed_in


class Members(web.RequestHandler):
    @signed_in
    def get(self):
        if not self.admin_user:
            return {"err": "permission.not_admin", "msg": "\u975e\u7ba1\u7406\u5458"}  # expect: denied access
        return {"err": "ok", "members": self.rows()}


class Rooms(web.RequestHandler):
    @signed_in
    def post(self):
        if not self.current_user.is_admin():
            return {"error": "no_permission"}  # expect: denied access
        self.change(self.request.body)
        return {"error": ""}
