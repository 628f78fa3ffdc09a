from django.http import JsonResponse

from shop.models import Entry, readonly_exists


def create_translation(request, pk):
    entry = Entry.objects.get(pk=pk)
    if entry.obsolete:
        return JsonResponse({"message": "Forbidden: This string is obsolete."}, status=403)
    if readonly_exists(entry.project):
        return JsonResponse({"message": "Forbidden: This string is in read-only mode."}, status=403)
    return JsonResponse({"id": entry.pk})
