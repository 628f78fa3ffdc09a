# file: conf/smtp.py
from dataclasses import dataclass


@dataclass
class Server:
    host: str
    password: str


@dataclass
class MailServer(Server):
    sender: str = "news@shop.example"
# file: conf/use.py
import logging

from conf.smtp import MailServer

logger = logging.getLogger(__name__)


def send(server: MailServer):
    logger.info("sending through %s", server)  # expect: password
