"""Links without a token: to a page about one, to a user, to the next page of a list."""

from django.urls import reverse
from flask import current_app, request, url_for


def linked(user, page, cursor):
    current_app.logger.info("link %s", url_for("profile", user_id=user.id))
    current_app.logger.info("link %s", url_for("found", name=request.args["name"]))
    current_app.logger.info("link %s", url_for("reset_password"))
    current_app.logger.info("link %s", reverse("token_obtain_pair"))
    current_app.logger.info("link %s", reverse("orders", kwargs={"next_token": page, "cursor": cursor}))
    current_app.logger.info("link %s", url_for("orders", token=None))
    current_app.logger.info("link %s", reverse("admin:auth_user_password_change", args=[user.pk]))
