import cherrypy


class Shop:
    @cherrypy.expose
    def logout(self):
        cherrypy.session["username"] = None  # expect: logout
        cherrypy.session["admin"] = None
