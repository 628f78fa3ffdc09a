from django.shortcuts import redirect
from django.db.models import Q

from .models import Watch


class Event:
    @classmethod
    def _watches_belonging_to_user(cls, user, **filters):
        watches = getattr(Watch, "uncached", Watch.objects).filter(Q(user=user))
        for name, value in filters.items():
            watches = watches.filter(**{name: value})
        return watches

    @classmethod
    def stop_notifying(cls, user_or_email_, **filters):
        cls._watches_belonging_to_user(user_or_email_, **filters).delete()


def unwatch(request, number):
    Event.stop_notifying(request.user)
    return redirect("home")
