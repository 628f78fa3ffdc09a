from django.db import models
from rest_framework.response import Response
from rest_framework.views import APIView


class CustomerUser(models.Model):
    """Links somebody who has an account to a company that buys for its staff."""

    user_id = models.PositiveIntegerField()
    customer = models.ForeignKey("Customer", on_delete=models.CASCADE)
    linked_on = models.DateField(auto_now_add=True)


class CustomerUserView(APIView):
    def post(self, request, customer_id):
        link, made = CustomerUser.objects.get_or_create(user_id=request.data["user"], customer_id=customer_id)
        return Response({"id": link.pk}, status=201 if made else 200)

    def delete(self, request, customer_id, pk):
        CustomerUser.objects.filter(customer_id=customer_id, pk=pk).delete()
        return Response(status=204)


class EnrolmentView(APIView):
    def post(self, request, course):
        CustomerUser.objects.update_or_create(user_id=request.user.id, customer_id=request.data["customer"], defaults={"active": True})
        return Response({"course": course}, status=201)
