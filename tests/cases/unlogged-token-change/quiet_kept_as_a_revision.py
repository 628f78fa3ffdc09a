import reversion
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.views.decorators.http import require_POST
from reversion import revisions


@require_POST
@login_required
def generate_api_token(request):
    with revisions.create_revision(atomic=True):
        revisions.set_user(request.user)
        revisions.set_comment("made a token")
        return JsonResponse({"token": request.user.profile.generate_api_token()})


@require_POST
@login_required
def remove_api_token(request):
    with reversion.create_revision():
        request.user.profile.delete_api_token()
        reversion.set_comment("took the token away")
    return JsonResponse({})
