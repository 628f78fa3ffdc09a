from shop.models import ApiToken, WorkflowToken


def start(request, instance, entry):
    WorkflowToken.objects.create(instance=instance, current_node=entry)
    return ApiToken.objects.create(user=request.user)  # expect: a made or revoked token leaves no security record
