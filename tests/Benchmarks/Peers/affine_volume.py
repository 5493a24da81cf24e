"""Flip and affine of a 240 x 260 x 260 volume, the way MONAI does them: torch.flip, an affine grid, grid_sample. Seconds a volume."""
import math
import sys
import time

import torch

torch.set_num_threads(int(sys.argv[1]))
shape = (260, 260, 240)
volume = (torch.arange(shape[0] * shape[1] * shape[2]) * 7919 % 2048).float().reshape(1, 1, *shape)
(cx, sx), (cy, sy), (cz, sz) = ((math.cos(a), math.sin(a)) for a in (0.2, -0.1, 0.15))
rotation = torch.tensor([[1, 0, 0], [0, cx, -sx], [0, sx, cx]]) @ torch.tensor([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]]) @ torch.tensor([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
size = torch.tensor([float(shape[2]), float(shape[1]), float(shape[0])])
linear = rotation @ torch.diag(torch.tensor([1.1, 0.95, 1.05])) * size / size[:, None]
shift = rotation @ torch.tensor([1.5, -2.0, 0.75]) * 2 / size
theta = torch.cat([linear, shift[:, None]], 1)[None]


def measure():
    with torch.no_grad():
        start = time.perf_counter()
        grid = torch.nn.functional.affine_grid(theta, [1, 1, *shape], align_corners=False)
        torch.nn.functional.grid_sample(torch.flip(volume, [4]), grid, mode="bilinear", padding_mode="zeros", align_corners=False)
        return time.perf_counter() - start


measure()
print("ready torch", torch.__version__, flush=True)
for _ in sys.stdin:
    print(measure(), flush=True)
