from flask import Flask
from flask_appbuilder import SQLA, AppBuilder

app = Flask(__name__)
db = SQLA(app)
appbuilder = AppBuilder(app, db.session)
