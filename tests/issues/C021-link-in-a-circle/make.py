from pathlib import Path

Path("content/files/a").symlink_to("b")
Path("content/files/b").symlink_to("a")
Path("content/files/gone").symlink_to("nowhere")
