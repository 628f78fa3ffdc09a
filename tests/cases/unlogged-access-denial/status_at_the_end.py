import tornado.web


class Admin(tornado.web.RequestHandler):
    def prepare(self):
        user = self.get_current_user()
        if not user or not user.get("admin"):  # expect: prepare() calls send_error(403)
            self.send_error(403)

    def get(self):
        if not self.current_user.is_admin:  # expect: get() calls set_status(403)
            self.set_status(403)
            self.finish("no")
        else:
            self.write("welcome")
