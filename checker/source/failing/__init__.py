"""What a server does when something fails, told by what errors become of and by what refuses: answers, and checks that are passed over."""
