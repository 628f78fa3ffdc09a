from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render

from clubs.models import Club


@login_required
def edit_club(request, pk):
    club = get_object_or_404(Club, pk=pk)
    if not club.admins.filter(id=request.user.id).exists() and not request.user.is_superuser:
        messages.error(request, "You are not allowed to edit this club.")
        return redirect("club_view", pk=pk)  # expect: denied access
    return render(request, "clubs/edit.html", {"club": club})
