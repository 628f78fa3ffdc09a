from django.views import View


class Members(View):
    def post(self, request, group, user):
        access = self.client(request).access
        access.revoke(role=request.POST["role"], user=user, group=group)
        return self.again(request)
