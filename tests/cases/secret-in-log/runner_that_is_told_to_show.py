import os


def main():
    token = os.environ["DEPLOY_TOKEN"]
    print(f"::set-output name=token::{token}")  # expect: token
    print(f"##vso[task.setvariable variable=DEPLOY_TOKEN]{token}")  # expect: token


if __name__ == "__main__":
    main()
