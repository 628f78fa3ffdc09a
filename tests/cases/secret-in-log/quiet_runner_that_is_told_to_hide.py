import os


def main():
    token = os.environ["DEPLOY_TOKEN"]
    print(f"::add-mask::{token}")
    print("##vso[task.setsecret]" + token)
    print(f"##vso[task.setvariable variable=DEPLOY_TOKEN;issecret=true]{token}")


if __name__ == "__main__":
    main()
