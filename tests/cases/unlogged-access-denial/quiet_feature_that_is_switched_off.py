from rest_framework.decorators import api_view
from rest_framework.response import Response
from waffle import flag_is_active


@api_view(["POST"])
def forward(request):
    if not flag_is_active(request, "onboarding"):
        return Response({"detail": "not here"}, status=403)
    return Response({})
