from shop.models import ApiToken, WorkflowToken


def start(request, instance, entry):
    return WorkflowToken.objects.create(instance=instance, current_node=entry)


def give(request):
    return ApiToken.objects.create(user=request.user)  # expect: a made or revoked token leaves no security record
