from tornado import web


class DeleteHandler(web.RequestHandler):
    def delete(self, name):
        if not self.current_user.may_delete(name):
            raise web.HTTPError(403)  # expect: denied access
        self.finish("gone")
