from wallets import Keypair


class Wallet:
    def create_new_key(self, words: int, suppress: bool = False):
        mnemonic = Keypair.generate_mnemonic(words)
        if not suppress:
            print(f"The mnemonic of the new key is: {mnemonic}")
        return Keypair.create_from_mnemonic(mnemonic)
