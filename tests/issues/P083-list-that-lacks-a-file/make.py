"""One of two manifests lacks a file."""

import bags

bag = bags.bag(algorithms=("sha256", "sha512"))
path = bag / "manifest-sha512.txt"
path.write_text(path.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
for name in ("sha256", "sha512"):
    (bag / f"tagmanifest-{name}.txt").unlink()
bags.relisted(bag)
