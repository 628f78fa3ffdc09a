import json

from tornado import web


class TokenHandler(web.RequestHandler):
    async def get(self, user_name, token_id):
        token = self.find_token(self.find_user(user_name), token_id)
        self.write(json.dumps({"id": token.id, "note": token.note}))

    async def delete(self, user_name, token_id):
        user = self.find_user(user_name)
        if user is None:
            raise web.HTTPError(404, "No such user")
        token = self.find_token(user, token_id)
        self.db.delete(token)  # expect: leaves no security record
        self.db.commit()
        self.set_status(204)
