"""A picture that is sorted into a group gives nobody a right; a user that is, gets some."""

from django.http import JsonResponse
from django.views.decorators.http import require_POST


@require_POST
def sort(request, number, group):
    photo = request.user.photos.get(pk=number)
    photo.groups.add(group)
    return JsonResponse({"ok": True})
