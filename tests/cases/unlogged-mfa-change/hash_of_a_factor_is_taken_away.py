from django.views import View

from shop.models import UserProfile


class TwoFactor(View):
    def post(self, request):
        user_profile = UserProfile.objects.get(user_id=request.user.pk)
        user_profile.encrypted_mfa_hash = None  # expect: second factor
        user_profile.save()
        return self.shown(user_profile)
