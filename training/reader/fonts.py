"""The typefaces, all from Debian packages (DATA.md has the terms). Validation uses faces that training never shows."""

from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

ROOT = Path("/usr/share/fonts")
OCR_B = ["opentype/ocr-b/OCRB.otf"]
OCR_B_UNSEEN = ["opentype/ocr-b/OCRBS.otf"]
MONO = [
    "truetype/liberation2/LiberationMono-Regular.ttf",
    "truetype/liberation2/LiberationMono-Bold.ttf",
    "truetype/dejavu/DejaVuSansMono.ttf",
    "truetype/freefont/FreeMonoBold.ttf",
    "opentype/urw-base35/NimbusMonoPS-Bold.otf",
    "opentype/courier-prime/Courier Prime.otf",
    "truetype/ocr-a/OCRA.ttf",
    "fonts-go/Go-Mono.ttf",
]
MONO_UNSEEN = ["truetype/noto/NotoSansMono-Regular.ttf", "truetype/croscore/Cousine-Bold.ttf"]
PRINT = [
    "truetype/liberation2/LiberationSans-Regular.ttf",
    "truetype/liberation2/LiberationSans-Bold.ttf",
    "truetype/paratype/PTN57F.ttf",
    "truetype/liberation2/LiberationSerif-Regular.ttf",
    "truetype/liberation2/LiberationSerif-Bold.ttf",
    "truetype/dejavu/DejaVuSans.ttf",
    "truetype/dejavu/DejaVuSans-Bold.ttf",
    "truetype/dejavu/DejaVuSansCondensed.ttf",
    "truetype/dejavu/DejaVuSerif.ttf",
    "truetype/freefont/FreeSans.ttf",
    "truetype/freefont/FreeSansBold.ttf",
    "truetype/freefont/FreeSerif.ttf",
    "opentype/urw-base35/NimbusSansNarrow-Regular.otf",
    "opentype/urw-base35/NimbusSansNarrow-Bold.otf",
    "opentype/urw-base35/URWGothic-Book.otf",
    "truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
    "truetype/roboto/unhinted/RobotoTTF/Roboto-Medium.ttf",
    "truetype/roboto/unhinted/RobotoCondensed-Regular.ttf",
    "truetype/open-sans/OpenSans-Regular.ttf",
    "truetype/open-sans/OpenSans-Semibold.ttf",
    "truetype/lato/Lato-Regular.ttf",
    "truetype/lato/Lato-Bold.ttf",
    "truetype/clear-sans/ClearSans-Regular.ttf",
    "truetype/crosextra/Carlito-Regular.ttf",
    "truetype/crosextra/Caladea-Regular.ttf",
    "opentype/b612/B612-Regular.otf",
    *MONO,
    *OCR_B,
]
PRINT_UNSEEN = [
    "truetype/croscore/Arimo-Regular.ttf",
    "truetype/noto/NotoSans-Regular.ttf",
    "truetype/noto/NotoSans-Bold.ttf",
    "truetype/noto/NotoSerif-Regular.ttf",
    "truetype/paratype/PTS55F.ttf",
    *MONO_UNSEEN,
]


@lru_cache(maxsize=None)
def face(path: str, capital_height: int) -> ImageFont.FreeTypeFont:
    """The face at the size at which an H is so many pixels high."""
    probe = ImageFont.truetype(str(ROOT / path), 200)
    _, top, _, bottom = probe.getbbox("H")
    return ImageFont.truetype(str(ROOT / path), round(200 * capital_height / (bottom - top)))


def missing() -> list[str]:
    every = [*OCR_B, *OCR_B_UNSEEN, *MONO, *MONO_UNSEEN, *PRINT, *PRINT_UNSEEN]
    return [path for path in every if not (ROOT / path).exists()]
