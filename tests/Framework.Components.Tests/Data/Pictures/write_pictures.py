"""Writes pictures of every kind with the values that they hold: NAME.png or NAME.jpg beside NAME.f32, whose header is in NAME.txt.

Pillow writes and reads what it can; what it cannot (16-bit colour, Adam7, 1 to 4 bits beside transparency) is put together
chunk by chunk from arrays, so that the values are known without any decoder.
"""
import os
import struct
import sys
import zlib

import numpy as np
from PIL import Image

folder = sys.argv[1]
random = np.random.RandomState(2019)


def keep(name, values):
    values = np.atleast_3d(values.astype(np.float32))
    with open(os.path.join(folder, name + ".txt"), "w") as file:
        file.write("%d %d %d" % (values.shape[2], values.shape[0], values.shape[1]))
    values.transpose(2, 0, 1).tofile(os.path.join(folder, name + ".f32"))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def packed(rows, depth):
    """Rows (y, samples) to scan lines without filter."""
    lines = []
    for row in rows:
        if depth == 16:
            line = row.astype(">u2").tobytes()
        else:
            bits = np.unpackbits(row.astype(np.uint8)[:, None], axis=1)[:, 8 - depth:].reshape(-1)
            line = np.packbits(bits).tobytes()
        lines.append(b"\0" + line)
    return b"".join(lines)


def write_png(name, values, depth, colour, interlaced=False, extra=()):
    """values (y, x, samples) as they stand in the file."""
    height, width = values.shape[:2]
    passes = [(0, 0, 1, 1)]
    if interlaced:
        passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    data = b""
    for x, y, dx, dy in passes:
        part = values[y::dy, x::dx]
        if part.size:
            data += packed(part.reshape(part.shape[0], -1), depth)
    with open(os.path.join(folder, name + ".png"), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.write(chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, int(interlaced))))
        for kind, content in extra:
            file.write(chunk(kind, content))
        file.write(chunk(b"IDAT", zlib.compress(data)))
        file.write(chunk(b"IEND", b""))


GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6
SAMPLES = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGBA: 4}
colours = random.randint(0, 256, (16, 3)).astype(np.uint8)

for colour, depths in ((GREY, (1, 2, 4, 8, 16)), (RGB, (8, 16)), (PALETTE, (1, 2, 4, 8)), (GREY_ALPHA, (8, 16)), (RGBA, (8, 16))):
    for depth in depths:
        for interlaced in (False, True):
            top = min(1 << depth, 16) if colour == PALETTE else 1 << depth
            values = random.randint(0, top, (13, 21, SAMPLES[colour]))
            name = "png_%d_%d%s" % (colour, depth, "_adam7" if interlaced else "")
            extra = [(b"PLTE", colours[:top].tobytes())] if colour == PALETTE else []
            write_png(name, values, depth, colour, interlaced, extra)
            if colour == PALETTE:
                keep(name + ".indices", values)
                keep(name, colours[values[:, :, 0]])
            else:
                keep(name, values[:, :, :3] if colour in (RGB, RGBA) else values[:, :, :1])
            if colour in (GREY_ALPHA, RGBA):
                alpha = values[:, :, -1:].astype(np.float64) / ((1 << depth) - 1)
                keep(name + ".multiplied", values[:, :, :-1] * alpha)

# What Pillow itself writes, with its own filters, and what it reads back.
smooth = np.clip(np.add.outer(np.arange(120) * 1.3, np.arange(97) * 0.9) + random.normal(0, 4, (120, 97)), 0, 255).astype(np.uint8)
coloured = np.stack([smooth, smooth[::-1], np.roll(smooth, 31, axis=1)], axis=2)
for name, image in (
    ("pillow_grey", Image.fromarray(smooth)),
    ("pillow_rgb", Image.fromarray(coloured)),
    ("pillow_palette", Image.fromarray(coloured).quantize(40)),
    ("pillow_bilevel", Image.fromarray(smooth > 99)),
    ("pillow_deep", Image.fromarray(smooth.astype(np.uint16) * 257)),
    ("pillow_optimised", Image.fromarray(coloured)),
):
    image.save(os.path.join(folder, name + ".png"), optimize=name.endswith("optimised"))
    read = Image.open(os.path.join(folder, name + ".png"))
    keep(name, np.asarray(read.convert("RGB") if read.mode == "P" else read))
    if name == "pillow_rgb":
        keep(name + ".grey", np.asarray(read.convert("L")))
    if name == "pillow_grey":
        keep(name + ".rgb", np.asarray(read.convert("RGB")))

for name, image, options in (
    ("jpeg_grey", smooth, {"quality": 90}),
    ("jpeg_rgb_420", coloured, {"quality": 80, "subsampling": 2}),
    ("jpeg_rgb_422", coloured, {"quality": 80, "subsampling": 1}),
    ("jpeg_rgb_444", coloured, {"quality": 95, "subsampling": 0}),
    ("jpeg_progressive", coloured, {"quality": 85, "progressive": True}),
    ("jpeg_grey_progressive", smooth, {"quality": 60, "progressive": True}),
    ("jpeg_optimised", coloured, {"quality": 50, "optimize": True}),
):
    Image.fromarray(image).save(os.path.join(folder, name + ".jpg"), **options)
    read = Image.open(os.path.join(folder, name + ".jpg"))
    keep(name, np.asarray(read))
    if name == "jpeg_rgb_420":
        keep(name + ".grey", np.asarray(read.convert("L")))

Image.fromarray(np.dstack([coloured, smooth]), "CMYK").save(os.path.join(folder, "cmyk.jpg"))
