# file: clubs/views.py
import logging

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render

from clubs.models import Club, Event

log = logging.getLogger(__name__)


@login_required
def close_event(request, pk):
    event = get_object_or_404(Event, pk=pk)
    if event.status != "open":
        messages.error(request, "It is not allowed to close an event twice.")
        return redirect("event_view", pk=pk)
    event.close()
    return redirect("event_view", pk=pk)


@login_required
def rename_club(request, pk):
    club = get_object_or_404(Club, pk=pk)
    name = request.POST.get("name", "")
    if len(name) > 40:
        messages.error(request, "A name of more than 40 letters is not permitted to be used.")
        return render(request, "clubs/rename.html", {"club": club})
    club.rename(name)
    messages.info(request, "Renamed. Members without permission to write see it tomorrow.")
    return redirect("club_view", pk=pk)


@login_required
def edit_club(request, pk):
    club = get_object_or_404(Club, pk=pk)
    if not club.has_permission(request.user, "edit"):
        log.warning("%s may not edit club %s", request.user, pk)
        messages.error(request, "You do not have permission to edit this club.")
        return redirect("club_view", pk=pk)
    return render(request, "clubs/edit.html", {"club": club})


def about_permission(request):
    if request.user.is_admin:
        return render(request, "clubs/about.html", {"text": "Whoever has no permission may ask for it."})
    return render(request, "clubs/about.html", {})
