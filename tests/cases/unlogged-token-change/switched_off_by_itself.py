import tornado.web

from yard.models import UserToken


class TokenOff(tornado.web.RequestHandler):
    def post(self, number):
        token = UserToken.get(self.session, number)
        token.disable()  # expect: token
        self.session.commit()
        self.redirect("/tokens")


class TimerOff(tornado.web.RequestHandler):
    def post(self, number):
        timer = self.application.timers[number]
        timer.disable()
        self.session.commit()
        self.redirect("/timers")
