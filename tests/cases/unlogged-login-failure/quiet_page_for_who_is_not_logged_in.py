import jwt
import tornado.web

import harbour


class Base(tornado.web.RequestHandler):
    def get_current_user(self):
        if "pass" in self.request.cookies:
            try:
                jwt.decode(self.request.cookies["pass"], key=harbour.KEY, algorithms=["RS256"])
            except jwt.InvalidTokenError:
                harbour.log.warning("a pass from %s does not verify", self.request.remote_ip)
                return None
            return True
        return None


class Entrance(Base):
    def get(self):
        if self.get_current_user():
            self.redirect("/")
        else:
            self.finish(harbour.page("entrance.html"))
