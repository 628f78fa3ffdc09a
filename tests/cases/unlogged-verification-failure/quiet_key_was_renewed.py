from django.http import HttpResponse
from django.views.decorators.http import require_POST

from federation.actors import find_actor
from federation.signatures import Signature


def has_valid_signature(request, activity):
    try:
        signature = Signature.parse(request)
        actor = find_actor(activity["actor"])
        try:
            signature.verify(actor.public_key, request)
        except ValueError:
            actor = find_actor(activity["actor"], refresh=True)
            signature.verify(actor.public_key, request)
    except KeyError:
        raise
    return True


@require_POST
def inbox(request):
    has_valid_signature(request, request.POST)
    return HttpResponse("taken")
