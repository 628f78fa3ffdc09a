from flask import Flask, flash, redirect, request
from flask_wtf import FlaskForm
from wtforms import DecimalField, StringField
from shop.db import db

app = Flask(__name__)


class Person(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.UnicodeText)
    weight = db.Column(db.Float, default=1)
    activated = db.Column(db.Boolean, default=True)


class MemberForm(FlaskForm):
    name = StringField("Name")
    weight = DecimalField("Weight")

    def save(self, project, person):
        person.name = self.name.data
        person.project = project
        person.weight = self.weight.data
        return person


@app.route("/members/add", methods=["POST"])
def add_member(project):
    form = MemberForm(project)
    if form.validate():
        member = form.save(project, Person())
        db.session.add(member)
        db.session.commit()
        return redirect("/bills")
    return redirect("/")


@app.route("/members/new", methods=["POST"])
def new_member(project):
    member = Person(name=request.form["name"])
    db.session.add(member)
    db.session.commit()
    return redirect("/bills")


@app.route("/members/<int:number>", methods=["PUT"])
def edit_member(project, number):
    form = MemberForm(project)
    if form.validate():
        member = Person.query.get(number)
        form.save(project, member)
        db.session.commit()
    return redirect("/bills")
