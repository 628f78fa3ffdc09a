"""The token that a link was made with is in it: who reads the log resets the password."""

import logging

from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.urls import reverse
from django.utils.http import urlsafe_base64_encode

logger = logging.getLogger(__name__)


def remind(user):
    token = default_token_generator.make_token(user)
    link = "https://shop.example.org" + reverse("reset", args=[urlsafe_base64_encode(b"1"), token])
    logger.info("reset link %s", link)  # expect: the URL with its token
    send_mail("Reset", link, None, [user.email])
