import logging

from django.shortcuts import render

logger = logging.getLogger(__name__)


def sign_up(request):
    if request.method == "POST":
        logger.info("sign-up form: %s", request.POST)  # expect: POST|form|body
    return render(request, "sign_up.html")
