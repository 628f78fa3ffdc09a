from django.http import JsonResponse

from shop.models import Entry, can_translate


def create_translation(request, pk):
    entry = Entry.objects.get(pk=pk)
    if entry.obsolete:
        return JsonResponse({"message": "Forbidden: This string is obsolete."}, status=403)
    if not can_translate(request.user, entry.project):
        return JsonResponse({"message": "Forbidden: You can't."}, status=403)  # expect: a denied access leaves no security record
    return JsonResponse({"id": entry.pk})
