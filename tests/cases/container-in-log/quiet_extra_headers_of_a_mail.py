import logging
from email.message import Message

from twisted.internet import defer

log = logging.getLogger(__name__)


class Notifier:
    def __init__(self, extra_headers=None, smtp=None):
        self.smtp = smtp
        self.extra_headers = extra_headers or {}

    def write_mail(self, text):
        mail = Message()
        for name, value in self.extra_headers.items():
            mail[name] = value
        mail.set_payload(text)
        return mail

    @defer.inlineCallbacks
    def send_email(self, text, extra_headers):
        mail = yield self.write_mail(text)
        for name, value in extra_headers.items():
            mail[name] = value
        log.info("mail data:\n%s", mail.as_string())
        defer.returnValue(mail)
