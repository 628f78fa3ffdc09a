from dj_rest_auth.views import PasswordChangeView
from rest_framework.response import Response


class OurPasswordChange(PasswordChangeView):
    def post(self, request, *args, **kwargs):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()  # expect: a changed password leaves no security record
        return Response({"detail": "changed"})
