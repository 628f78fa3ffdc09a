from flask import Blueprint, redirect, request
from werkzeug.security import generate_password_hash

from shop import models

bp = Blueprint("admin", __name__)


@bp.route("/users/<int:key>", methods=["POST"])
def edit(key):
    content = models.session.query(models.User).filter(models.User.id == key).first()
    return _handle_edit_user(request.form.to_dict(), content)


def _handle_edit_user(given, content):
    content.role = int(given["role"])  # expect: _handle_edit_user() sets content.role
    content.locale = given["locale"]
    models.session.commit()
    return redirect("/users")


@bp.route("/articles/<int:key>", methods=["POST"])
def edit_article(key):
    content = models.session.query(models.Article).filter(models.Article.id == key).first()
    content.role = "main"
    models.session.commit()
    return redirect("/articles")
