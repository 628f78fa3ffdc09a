"""Fields that choose one of a few addresses, and addresses of which only a part is a client's."""

import logging

import requests
from flask import Flask
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField, URLField

app = Flask(__name__)
logger = logging.getLogger(__name__)


class PictureForm(FlaskForm):
    url = SelectField("Address", choices=["https://a.example.org/", "https://b.example.org/"])
    name = StringField("Name")
    banner = URLField("Banner")


@app.post("/picture")
def picture():
    form = PictureForm()
    return requests.get(form.url.data, timeout=5).content


@app.post("/named")
def named():
    form = PictureForm()
    return requests.get(f"https://img.example.org/{form.name.data}", timeout=5).content


@app.post("/banner")
def banner():
    form = PictureForm()
    logger.info("banner of %s", form.banner.data)
    return requests.get(form.banner.data, timeout=5).content
