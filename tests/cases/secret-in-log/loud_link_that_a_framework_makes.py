"""The token that a link was made with is in it."""

import logging

from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from flask import current_app, url_for
from itsdangerous import URLSafeTimedSerializer

logger = logging.getLogger(__name__)


def invite(request, user):
    token = default_token_generator.make_token(user)
    link = reverse("invited", kwargs={"uid": user.pk, "token": token})
    logger.info("invited by %s", link)  # expect: the token
    logger.info("invited by %s", request.build_absolute_uri(link))  # expect: the token


def remind(user):
    serializer = URLSafeTimedSerializer(current_app.config["SECRET_KEY"])
    token = serializer.dumps(user.id)
    link = url_for("reset", token=token, _external=True)
    current_app.logger.info("reset by %s", link)  # expect: the token


def confirm(request, token):
    address = request.url_for("confirm", token=token)
    logger.info("confirmed at %s", address)  # expect: the token
