import logging
from urllib.parse import parse_qs

log = logging.getLogger(__name__)


def sign_in(request, check):
    log.debug("verify(%s)", request)  # expect: its text shows the password
    fields = parse_qs(request)
    return check(fields["login"][0], fields["password"][0])


def search(request, find):
    log.debug("search(%s)", request)
    fields = parse_qs(request)
    return find(fields["words"][0], fields["page"][0])


def sign_in_either_way(request, check):
    log.debug("verify(%s)", request)  # expect: its text shows the password
    if isinstance(request, str):
        fields = parse_qs(request)
    else:
        fields = request
    return check(fields["login"], fields["password"])
