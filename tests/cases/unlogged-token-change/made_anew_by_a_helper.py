from rest_framework.authtoken.models import Token
from rest_framework.decorators import api_view
from rest_framework.response import Response


def get_token(user):
    token, _ = Token.objects.get_or_create(user=user)  # expect: token
    return token


@api_view(["POST"])
def sign_in(request):
    return Response({"token": get_token(request.user).key})


@api_view(["POST"])
def renew(request):
    request.user.auth_token.delete()
    token = get_token(request.user)
    return Response({"token": token.key})
