# file: app.py
import logging

from flask import Flask
from flask_security import Security, SQLAlchemyUserDatastore

from models import Role, User, db

logger = logging.getLogger(__name__)
app = Flask(__name__)
security = Security(app, SQLAlchemyUserDatastore(db, User, Role))  # expect: Flask-Security's login


@app.route("/")
def index():
    logger.info("index shown")
    return "hello"
# file: models.py
db = User = Role = None
