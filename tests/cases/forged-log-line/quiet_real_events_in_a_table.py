import logging
from abc import ABC, abstractmethod

from flask import Flask, request

app = Flask(__name__)


class EventLogger(ABC):
    @abstractmethod
    def log(self, user, records):
        pass

    def log_request(self, user):
        self.log(user, records=request.args.get("records"))


class TableEventLogger(EventLogger):
    def log(self, user, records):
        session.add(Row(user, records))


class StdOutEventLogger(EventLogger):
    def log(self, user, records):
        logging.info(records)
