from quart import Blueprint, current_app, flash, redirect, render_template

from desk.forms import RegisterForm
from desk.people import create_person

views = Blueprint("views", __name__)


def validate_password(password, min_length=12):
    errors = []
    if len(password) < min_length:
        errors.append(f"Password must have {min_length} characters at least")
    return errors


@views.route("/register", methods=["POST"])
async def register():
    form = await RegisterForm.from_formdata()
    errors = validate_password(form.password.data, min_length=current_app.config.get("PASSWORD_LENGTH", 12))
    if errors:
        for error in errors:
            await flash(error, "error")
        return await render_template("register.html", form=form)
    await create_person(form.email.data, form.password.data)
    return redirect("/")
