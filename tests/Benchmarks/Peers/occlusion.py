"""An occlusion map as people write it, one forward pass a patch: occlusion.py SIDE PATCH DEVICE; seconds."""
import os
import sys
import time

import torch
import torchvision

from dense_volumes import DenseVolumes
from serving import serve

side, patch, device = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
torch.set_num_threads(len(os.sched_getaffinity(0)))
torch.manual_seed(1)
model = DenseVolumes(1, 1).to(device).eval()
image = torch.rand(1, 1, side, side, side, device=device)


def measure():
    start = time.perf_counter()
    with torch.no_grad():
        whole = model(image)[0, 0].item()
        places = range(0, side, patch)
        for z in places:
            for y in places:
                for x in places:
                    covered = image.clone()
                    covered[..., z:z + patch, y:y + patch, x:x + patch] = 0
                    whole - model(covered)[0, 0].item()
    return time.perf_counter() - start


with torch.no_grad():
    model(image)
serve(measure, "torch", torch.__version__, "torchvision", torchvision.__version__)
