import logging
import sys
from flask import Flask

app = Flask(__name__)
logger = logging.getLogger("shop")


def set_up_logging():
    console = logging.StreamHandler(sys.stdout)
    console.setLevel("info")  # expect: it is 'INFO'
    logger.addHandler(console)
    logger.addHandler(logging.StreamHandler)  # expect: is given the class StreamHandler
    logger.setLevel(logging.debug)  # expect: it is `logging.DEBUG`
    logging.getLogger("shop.mail").addHandler("mail")  # expect: is given the text 'mail'
    app.logger.setLevel("warn")  # expect: it is 'WARN'
    app.logger.addHandler(logging.getLogger("gunicorn.error").handlers)  # expect: the list of another logger's handlers


set_up_logging()
