"""What a front camera does to light: the same for a face and for a picture of a face, so that only the picture differs."""

import io

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image


EXPOSURE = np.log([0.05, 0.42])
"""Mean linear light of a photograph: as dark as indoors at night, where a phone's exposure ends, to bright. Guess."""


def blur(image: torch.Tensor, sigma_x: float, sigma_y: float | None = None) -> torch.Tensor:
    """Gaussian over a 3 × H × W picture, edges replicated."""
    for axis, sigma in ((2, sigma_x), (1, sigma_x if sigma_y is None else sigma_y)):
        if sigma < 0.2:
            continue
        radius = max(1, int(3 * sigma))
        kernel = torch.exp(-0.5 * (torch.arange(-radius, radius + 1) / sigma) ** 2)
        kernel = (kernel / kernel.sum()).view((1, 1, 1, -1) if axis == 2 else (1, 1, -1, 1))
        pad = (radius, radius, 0, 0) if axis == 2 else (0, 0, radius, radius)
        image = F.conv2d(F.pad(image[:, None], pad, mode="replicate"), kernel)[:, 0]
    return image


def resized(image: torch.Tensor, height: int, width: int) -> torch.Tensor:
    antialias = height < image.shape[1]
    return F.interpolate(image[None], (height, width), mode="bilinear", align_corners=False, antialias=antialias)[0]


def to_pillow(image: torch.Tensor) -> Image.Image:
    return Image.fromarray((image.clamp(0, 1).permute(1, 2, 0).numpy() * 255 + 0.5).astype(np.uint8))


def from_pillow(image: Image.Image) -> torch.Tensor:
    return torch.from_numpy(np.asarray(image.convert("RGB"), dtype=np.float32) / 255).permute(2, 0, 1).contiguous()


def jpeg(image: torch.Tensor, quality: int, subsampling: int = 2) -> torch.Tensor:
    """Also stands for a video codec's transform and quantisation, which browsers hand over decoded."""
    buffer = io.BytesIO()
    to_pillow(image).save(buffer, "JPEG", quality=quality, subsampling=subsampling)
    return from_pillow(Image.open(buffer))


def mosaic(image: torch.Tensor) -> torch.Tensor:
    """RGGB sampling and bilinear reconstruction: false colour on fine detail, as sensors give it."""
    _, h, w = image.shape
    mask = torch.zeros(3, h, w)
    mask[0, ::2, ::2] = mask[2, 1::2, 1::2] = mask[1, ::2, 1::2] = mask[1, 1::2, ::2] = 1
    kernel = torch.tensor([[1.0, 2, 1], [2, 4, 2], [1, 2, 1]]).view(1, 1, 3, 3)
    weighted = F.conv2d((image * mask)[:, None], kernel, padding=1)
    return (weighted / F.conv2d(mask[:, None], kernel, padding=1))[:, 0]


def photograph(
    light: torch.Tensor, random: np.random.Generator, grain: np.random.Generator | None = None, metered: float | None = None
) -> torch.Tensor:
    """
    Linear light in (3 × H × W), an 8-bit sRGB picture out (0–1). Every setting is drawn from `random`; the sensor's noise from
    `grain` where it is given, so that the frames of a video share the settings alone. `metered` is the mean light that the
    exposure was set for, by default this frame's.
    """
    _, h, w = light.shape
    u = random.uniform
    light = light.clamp(0, 8)
    if random.random() < 0.5:  # vignette
        y, x = torch.meshgrid(torch.linspace(-1, 1, h), torch.linspace(-1, 1, w), indexing="ij")
        light = light * (1 - u(0, 0.35) * (x**2 + y**2) / 2)
    light = light * torch.tensor([1 + random.normal(0, 0.09), 1, 1 + random.normal(0, 0.09)], dtype=torch.float32).view(3, 1, 1)
    light = light * (np.exp(u(*EXPOSURE)) / ((light.mean() if metered is None else metered) + 1e-3))
    light = blur(light, u(0.2, 1.1) if random.random() < 0.8 else u(1.0, 2.2))
    if random.random() < 0.25:  # hand shake
        along = u(0.5, 2.5)
        light = blur(light, along, 0.0) if random.random() < 0.5 else blur(light, 0.0, along)
    if random.random() < 0.5:
        light = mosaic(light)
    noise = torch.from_numpy((random if grain is None else grain).standard_normal((3, h, w)).astype(np.float32))
    light = light + noise * (light.clamp(0) * u(0, 0.006) + u(0, 0.02) ** 2).sqrt()
    image = light.clamp(1e-4, 1) ** (1 / u(2.0, 2.5))
    if random.random() < 0.5:  # tone curve
        s = u(0, 0.5)
        image = image * (1 - s) + s * (3 * image**2 - 2 * image**3)
    if random.random() < 0.5:  # noise reduction, stronger on colour
        luma = image.mean(0, keepdim=True)
        image = blur(luma, u(0.2, 0.8)) + blur(image - luma, u(0.5, 2.0))
    if random.random() < 0.6:
        image = image + u(0.2, 1.2) * (image - blur(image, u(0.6, 1.5)))
    grey = image.mean(0, keepdim=True)
    image = grey + (image - grey) * u(0.75, 1.3)
    if random.random() < 0.4:  # analysed at another size than captured
        k = u(0.55, 0.95)
        image = resized(image, max(8, int(h * k)), max(8, int(w * k)))
        image = resized(image, h, w)
    for _ in range(random.choice([0, 1, 2], p=[0.15, 0.6, 0.25])):
        image = jpeg(image, int(u(45, 97)), int(random.choice([0, 2])))
    return image.clamp(0, 1)
