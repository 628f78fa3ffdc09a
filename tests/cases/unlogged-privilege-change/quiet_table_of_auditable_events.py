from django.db import transaction
from django.http import JsonResponse

from jobs.models import AuditableEvent, User


@transaction.atomic
def update_roles(request, pk):
    user = User.objects.get(pk=pk)
    roles = request.POST.getlist("roles")
    AuditableEvent.objects.create(
        type=AuditableEvent.Type.USER_UPDATED_ROLES, old=",".join(user.roles), new=",".join(roles), created_by=request.user.username
    )
    user.roles = roles
    user.save(update_fields=["roles"])
    return JsonResponse({"roles": roles})
