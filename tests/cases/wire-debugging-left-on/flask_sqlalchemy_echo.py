from flask import Flask

app = Flask(__name__)
app.config["SQLALCHEMY_ECHO"] = True  # expect:
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///app.db"
