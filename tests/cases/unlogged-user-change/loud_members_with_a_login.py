from flask import Flask, redirect
from flask_wtf import FlaskForm
from shop.db import db
from wtforms import StringField

app = Flask(__name__)


class Person(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.UnicodeText)
    password_hash = db.Column(db.UnicodeText)


class MemberForm(FlaskForm):
    name = StringField("Name")

    def save(self, project, person):
        person.name = self.name.data
        person.project = project
        return person


@app.route("/members/add", methods=["POST"])
def add_member(project):
    form = MemberForm(project)
    if form.validate():
        member = form.save(project, Person())  # expect: save()
        db.session.add(member)
        db.session.commit()
        return redirect("/bills")
    return redirect("/")
