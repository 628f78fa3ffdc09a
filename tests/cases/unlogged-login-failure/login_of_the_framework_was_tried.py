import logging

from django.contrib.auth import views as auth_views

logger = logging.getLogger("shop.api")


class LoggedLoginView(auth_views.LoginView):
    def post(self, request, *args, **kwargs):
        answer = super(LoggedLoginView, self).post(request, *args, **kwargs)
        if request.user.is_authenticated:
            logger.info("User %s logged in.", request.user.username)
            return answer
        answer.status_code = 401
        return answer  # expect: a failed login leaves no security record
