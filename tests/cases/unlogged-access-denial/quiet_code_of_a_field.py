from tornado import web

from hall.pages import signed_in


class Members(web.RequestHandler):
    @signed_in
    def post(self):
        sent = self.read()
        permission = sent.get("permission", "")
        if not permission:
            return {"err": "params.permission.invalid", "msg": "which?"}
        if not sent.get("role"):
            return {"err": "role", "field": "permissions"}
        return {"err": "ok"}
