from django.http import HttpResponse, HttpResponseForbidden
from django.template.loader import render_to_string


def handler403(request, exception):
    if request.headers.get("x-requested-with"):
        return HttpResponse("403 Forbidden", status=403)
    return HttpResponseForbidden(render_to_string("403.html", request=request))
