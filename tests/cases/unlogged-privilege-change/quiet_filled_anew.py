from django.http import JsonResponse

from shop.identity import client


def users_of(request, project):
    """Who has which role is only shown: the lists are made here."""
    users = {}
    for assignment in client.role_assignments.list(project=project):
        user = users.get(assignment.user)
        if user is None:
            user = client.users.get(assignment.user)
            user.roles = []
            users[user.id] = user
        user.roles.append(assignment.role)
    return JsonResponse({"users": list(users.values())})
