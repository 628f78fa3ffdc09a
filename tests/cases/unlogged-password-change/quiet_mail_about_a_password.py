"""A function that writes to somebody about a password changes none."""

from flask import current_app, render_template

from wiki.mailer import mailer


def email_set_password(user, request, template, add_context=None):
    context = {"user": user, "url": request.host_url, "site": current_app.name}
    if add_context:
        context.update(add_context)
    mailer.send(user.email, render_template(template, **context))
