"""One step of a network as people write it: network_step.py NAME train|infer fp32|bf16 DEVICE SIZES; seconds."""
import os
import sys
import time

import torch
import torch.nn as nn
import torchvision

from dense_volumes import DenseVolumes
from serving import peak_memory, serve

name, mode, bits, device = sys.argv[1:5]
sizes = [int(size) for size in sys.argv[5].split("x")]
trains, cuda, labels = mode == "train", device.startswith("cuda"), 6
torch.set_num_threads(len(os.sched_getaffinity(0)))
torch.manual_seed(1)


class UNet(nn.Module):
    """The layout of MONAI's BasicUNet."""

    def __init__(self, channels, classes, widths=(32, 32, 64, 128, 256, 32)):
        super().__init__()
        a, b, c, d, e, f = widths
        self.first = self.pair(channels, a)
        self.down = nn.ModuleList(nn.Sequential(nn.MaxPool2d(2), self.pair(i, o)) for i, o in ((a, b), (b, c), (c, d), (d, e)))
        self.up = nn.ModuleList(nn.ConvTranspose2d(i, o, 2, 2) for i, o in ((e, e // 2), (d, d // 2), (c, c // 2), (b, b)))
        self.join = nn.ModuleList(self.pair(i, o) for i, o in ((d + e // 2, d), (c + d // 2, c), (b + c // 2, b), (a + b, f)))
        self.last = nn.Conv2d(f, classes, 1)

    @staticmethod
    def pair(inputs, outputs):
        def layer(i):
            return nn.Conv2d(i, outputs, 3, padding=1), nn.InstanceNorm2d(outputs, affine=True), nn.LeakyReLU(0.1, inplace=True)
        return nn.Sequential(*layer(inputs), *layer(outputs))

    def forward(self, x):
        left = [self.first(x)]
        for down in self.down:
            left.append(down(left[-1]))
        x = left.pop()
        for up, join in zip(self.up, self.join):
            x = join(torch.cat([left.pop(), up(x)], 1))
        return self.last(x)


def classifier(network):
    network.fc = nn.Linear(network.fc.in_features, labels)
    return network


def squares(side, count=8):
    start = torch.arange(count, device=device) * 48
    end = start + 32 + torch.arange(count, device=device) * 8
    at = torch.arange(side, device=device)
    within = (at >= start[:, None]) & (at < end[:, None])
    return {"boxes": torch.stack([start, start, end, end], 1).float(), "labels": torch.ones(count, dtype=torch.int64, device=device),
            "masks": (within[:, :, None] & within[:, None, :]).to(torch.uint8)}


models = {
    "resnet34": lambda: classifier(torchvision.models.resnet34(weights=None)),
    "resnet50": lambda: classifier(torchvision.models.resnet50(weights=None)),
    "resnext50": lambda: classifier(torchvision.models.resnext50_32x4d(weights=None)),
    "densenet121-3d": lambda: DenseVolumes(sizes[1], labels),
    "unet": lambda: UNet(sizes[1], 3),
    "mask-rcnn": lambda: torchvision.models.detection.maskrcnn_resnet50_fpn(
        weights=None, weights_backbone=None, num_classes=3, min_size=sizes[-1], max_size=sizes[-1]),
}
model = models[name]().to(device).train(trains)
image = torch.rand(sizes, device=device)
if len(sizes) == 4:
    model = model.to(memory_format=torch.channels_last)
    image = image.to(memory_format=torch.channels_last)
if name == "mask-rcnn":
    targets = [squares(sizes[-1])]
elif name == "unet":
    targets = torch.randint(0, 3, [sizes[0], *sizes[2:]], device=device)
else:
    targets = (torch.rand(sizes[0], labels, device=device) < 0.3).float()
autocast = torch.autocast("cuda" if cuda else "cpu", dtype=torch.bfloat16, enabled=bits == "bf16")
if name == "mask-rcnn" and bits == "bf16" and not cuda:
    # torchvision's detection operators have no 16-bit kernels on the CPU: the backbone alone computes in 16 bits.
    backbone, whole = model.backbone.forward, torch.autocast("cpu", enabled=False)

    def forward(x, inner=autocast):
        with inner:
            levels = backbone(x)
        return {key: level.float() for key, level in levels.items()}

    model.backbone.forward, autocast = forward, whole
optimizer = torch.optim.Adam(model.parameters(), lr=1e-4) if trains else None


def loss_of():
    with autocast:
        output = model(list(image), targets) if name == "mask-rcnn" else model(image)
    if name == "mask-rcnn":
        return sum(loss.float() for loss in output.values())
    if name == "unet":
        return nn.functional.cross_entropy(output.float(), targets)
    return nn.functional.binary_cross_entropy_with_logits(output.float(), targets)


def train():
    optimizer.zero_grad(set_to_none=True)
    loss = loss_of()
    loss.backward()
    optimizer.step()
    loss.item()


def infer():
    with torch.no_grad(), autocast:
        model(list(image) if name == "mask-rcnn" else image)


step = train if trains else infer


def measure():
    if not cuda:
        start = time.perf_counter()
        step()
        return time.perf_counter() - start
    begin, end = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
    torch.cuda.synchronize()
    begin.record()
    for _ in range(10):
        step()
    end.record()
    end.synchronize()
    return begin.elapsed_time(end) / 1e3 / 10


step()
step()
serve(measure, "torch", torch.__version__, "torchvision", torchvision.__version__,
      memory=(lambda: torch.cuda.max_memory_allocated() / 2**20) if cuda else peak_memory)
