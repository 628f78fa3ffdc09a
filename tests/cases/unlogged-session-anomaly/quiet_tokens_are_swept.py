class RefreshTokens:
    def cleanup_refresh_tokens(self, user):
        for token in user.refresh_tokens:
            if token.revoked_at is not None:
                self.delete(token)

    def delete(self, token):
        self.rows.remove(token)
