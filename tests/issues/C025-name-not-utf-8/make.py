import os

os.close(os.open(b"content/files/\xff.txt", os.O_CREAT | os.O_WRONLY))
