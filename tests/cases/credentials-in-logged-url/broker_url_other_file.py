# file: tasks/conf.py
class Config:
    def __init__(self, environ):
        self._user = environ["MQ_USER"]
        self._password = environ["MQ_PASSWORD"]
        self._host = environ["MQ_HOST"]

    @property
    def broker(self):
        return f"amqp://{self._user}:{self._password}@{self._host}//"
# file: tasks/app.py
import logging
import os

from celery import Celery

from tasks.conf import Config

log = logging.getLogger(__name__)
config = Config(os.environ)
app = Celery("tasks", broker=config.broker)
log.info("broker is %s", config.broker)  # expect: url|broker|password
