from tornado import web


class DeleteHandler(web.RequestHandler):
    def delete(self, name):
        if not self.current_user.may_delete(name):
            raise web.HTTPError(403, "%s may not delete", self.current_user.name)
        self.finish("gone")
