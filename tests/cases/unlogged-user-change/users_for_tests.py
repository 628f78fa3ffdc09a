class Creation:
    def create_test_db(self, cursor, user):
        if self.test_user_exists(cursor, user):
            self.delete_test_user(cursor, user)
        self._create_test_user(cursor, user)

    def make(self, request, users):
        users.create_user(request.POST["name"])  # expect: a created or deleted user leaves no security record
        return users.remove_account(request.POST["old"])  # expect: a created or deleted user leaves no security record
