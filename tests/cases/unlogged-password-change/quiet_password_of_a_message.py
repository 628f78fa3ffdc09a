import notices.core


class Sender:
    def post(self, options):
        notice = notices.core.Notice()
        notice.add_header("Title", options["title"])
        if options["password"]:
            notice.set_password(options["password"])
        self.send(notice.encode())
