from shop.ttypes import ErrorCode, RequestFailed


class ShopAuthHandler:
    def remove(self, number):
        if not self.has_permission("remove", None):
            raise RequestFailed(ErrorCode.UNAUTHORIZED, "You are not authorized to do this.")  # expect: a denied access leaves
        return self.store.remove(number)
