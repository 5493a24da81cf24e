"""The fistula study's six augmentations on a 240 x 260 x 260 volume, written plainly: numpy for values, torch for the grid. Seconds a volume."""
import math
import sys
import time

import numpy
import torch

torch.set_num_threads(int(sys.argv[1]))
shape = (260, 260, 240)
volume = (numpy.arange(shape[0] * shape[1] * shape[2], dtype=numpy.int64) * 7919 % 2048).astype(numpy.float32).reshape(shape)
random = numpy.random.default_rng(1)
(cx, sx), (cy, sy), (cz, sz) = ((math.cos(a), math.sin(a)) for a in (0.2, -0.1, 0.15))
rotation = torch.tensor([[1, 0, 0], [0, cx, -sx], [0, sx, cx]]) @ torch.tensor([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]]) @ torch.tensor([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
size = torch.tensor([float(shape[2]), float(shape[1]), float(shape[0])])
linear = rotation @ torch.diag(torch.tensor([1.1, 0.95, 1.05])) * size / size[:, None]
theta = torch.cat([linear, (rotation @ torch.tensor([1.5, -2.0, 0.75]) * 2 / size)[:, None]], 1)[None]


def shift(x):
    return x + numpy.float32(random.uniform(-0.1, 0.1) * (x.max() - x.min()))


def histogram(x):
    low, high = x.min(), x.max()
    even = numpy.linspace(0, 1, 10)
    points = even.copy()
    for i in range(1, 9):
        points[i] = random.uniform(points[i - 1], points[i + 1])
    return numpy.interp(x, even * (high - low) + low, points * (high - low) + low).astype(numpy.float32)


def bias(x):
    series = numpy.zeros((4, 4, 4))
    for i in range(4):
        for j in range(4 - i):
            for k in range(4 - i - j):
                series[i, j, k] = random.uniform(0, 0.1)
    field = numpy.polynomial.legendre.leggrid3d(*(numpy.linspace(-1, 1, n) for n in shape), series)
    return x * numpy.exp(field).astype(numpy.float32)


def affine(x):
    grid = torch.nn.functional.affine_grid(theta, [1, 1, *shape], align_corners=False)
    return torch.nn.functional.grid_sample(torch.from_numpy(x)[None, None], grid, mode="bilinear", padding_mode="zeros", align_corners=False).numpy()[0, 0]


def noise(x):
    return x + random.standard_normal(x.shape, dtype=numpy.float32) * numpy.float32(random.uniform(0, 0.1))


def measure():
    start = time.perf_counter()
    with torch.no_grad():
        noise(affine(numpy.ascontiguousarray(bias(histogram(shift(volume)))[:, :, ::-1])))
    return time.perf_counter() - start


measure()
print("ready numpy", numpy.__version__, "torch", torch.__version__, flush=True)
for _ in sys.stdin:
    print(measure(), flush=True)
