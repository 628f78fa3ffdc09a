import cherrypy


class Pages:
    def __init__(self, users):
        self.users = users
        self.handlers = {"add": self.api_add, "delete": self.api_delete}

    @cherrypy.expose
    def api(self, action, **kwargs):
        return self.handlers[action](**kwargs)

    def api_add(self, username, password):
        return self.users.add_user(username, password)  # expect: a created or deleted user leaves no security record

    def api_delete(self, username):
        self.users.delete_user(username)  # expect: a created or deleted user leaves no security record
