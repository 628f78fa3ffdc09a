from rest_framework.views import APIView

from accounts.model import User, UserPreference, build


class UserPreferencesView(APIView):
    def post(self, request):
        row = UserPreference.objects.create(user=request.user, data=request.data)
        row.save()
        return row


def user_of(request):
    return create_user_from_token(request, request.session["token"])


def create_user_from_token(request, token):
    return build(User, token)
