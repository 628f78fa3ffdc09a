from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from texts.actions import ActionEvents
from texts.models import Project, User


@require_POST
@login_required
def delete_user(request, project):
    project = get_object_or_404(Project, slug=project)
    user = get_object_or_404(User, pk=request.POST["user"])
    project.forget(user)
    user.delete()
    project.change_set.create(action=ActionEvents.REMOVE_USER, user=request.user, details={"username": user.username})
    return redirect("access", project.slug)
