import os

os.mkfifo("content/files/pipe")
