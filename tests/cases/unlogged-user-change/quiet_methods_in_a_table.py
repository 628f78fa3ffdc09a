import cherrypy


class Pages:
    def __init__(self, users):
        self.users = users
        self.handlers = {"add": self.api_add, "delete": self.api_delete}

    @cherrypy.expose
    def api(self, action, **kwargs):
        return self.handlers[action](**kwargs)

    def api_add(self, username, password):
        added = self.users.add_user(username, password)
        cherrypy.log(f"{cherrypy.request.login} added the user {added.id}")
        return added

    def api_delete(self, number):
        self.users.delete_user(number)
        cherrypy.log(f"{cherrypy.request.login} deleted a user")
