loglevel = "debug"
accesslog = "logs/access.log"
errorlog = "-"
