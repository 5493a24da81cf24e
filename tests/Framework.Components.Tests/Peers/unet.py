"""A UNet of MONAI's BasicUNet layout written with PyTorch's functions, its tensors filled as ../shared/oracle fills them: unet.py BASE CHANNELS SIDES..."""
import json
import math
import sys

import numpy as np
import torch
import torch.nn.functional as F

base, (channels, *sides) = int(sys.argv[1]), map(int, sys.argv[2:])
axes = len(sides)
conv, deconv, pool = ((F.conv2d, F.conv_transpose2d, F.max_pool2d) if axes == 2 else (F.conv3d, F.conv_transpose3d, F.max_pool3d))
weights = {}


def uniform(number, count):
    mask = (1 << 64) - 1
    z = np.uint64((number << 32) & mask) + np.arange(count, dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        z = (z ^ (z >> np.uint64(shift))) * np.uint64(factor)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(11)).astype(np.float64) * 2.0 ** -53


def parameter(key, *shape):
    """The next parameter in PyTorch's order, filled by its place."""
    drawn = uniform(base + len(weights), int(np.prod(shape)))
    bound = 0.1 if key.endswith("bias") else math.sqrt(6 / np.prod(shape[1:])) if len(shape) > 1 else None
    filled = 0.5 + drawn if bound is None else bound * (2 * drawn - 1)
    weights[key] = torch.from_numpy(filled.reshape(shape)).float()


def layer(key, inputs, outputs):
    parameter(f"{key}.conv.weight", outputs, inputs, *[3] * axes)
    parameter(f"{key}.conv.bias", outputs)
    parameter(f"{key}.adn.N.weight", outputs)
    parameter(f"{key}.adn.N.bias", outputs)


def pair(key, inputs, outputs):
    layer(f"{key}.conv_0", inputs, outputs)
    layer(f"{key}.conv_1", outputs, outputs)


def run(key, x):
    for part in (f"{key}.conv_0", f"{key}.conv_1"):
        x = conv(x, weights[f"{part}.conv.weight"], weights[f"{part}.conv.bias"], padding=1)
        x = F.instance_norm(x, weight=weights[f"{part}.adn.N.weight"], bias=weights[f"{part}.adn.N.bias"])
        x = F.leaky_relu(x, 0.1)
    return x


size = [32, 32, 64, 128, 256, 32]
pair("conv_0", channels, size[0])
for level in range(1, 5):
    pair(f"down_{level}.convs", size[level - 1], size[level])
for level in range(4, 0, -1):
    doubled = size[level] // 2 if level > 1 else size[1]
    parameter(f"upcat_{level}.upsample.deconv.weight", size[level], doubled, *[2] * axes)
    parameter(f"upcat_{level}.upsample.deconv.bias", doubled)
    pair(f"upcat_{level}.convs", size[level - 1] + doubled, size[level - 1] if level > 1 else size[5])
parameter("final_conv.weight", 3, size[5], *[1] * axes)
parameter("final_conv.bias", 3)

shape = [1, channels, *sides]
x = torch.from_numpy((math.sqrt(3) * (2 * uniform(base + 1_000_000, int(np.prod(shape))) - 1)).reshape(shape)).float()
left = [run("conv_0", x)]
for level in range(1, 5):
    left.append(run(f"down_{level}.convs", pool(left[-1], 2)))
x = left[4]
for level in range(4, 0, -1):
    key, fine = f"upcat_{level}", left[level - 1]
    x = deconv(x, weights[f"{key}.upsample.deconv.weight"], weights[f"{key}.upsample.deconv.bias"], stride=2)
    missing = [n for a in range(axes + 1, 1, -1) for n in (0, fine.shape[a] - x.shape[a])]
    x = run(f"{key}.convs", torch.cat([fine, F.pad(x, missing, mode="replicate")], 1))
x = conv(x, weights["final_conv.weight"], weights["final_conv.bias"])
json.dump({"base": base, "keys": [[key, list(tensor.shape)] for key, tensor in weights.items()], "input_shape": shape,
           "eval_output": x.double().flatten().tolist()}, sys.stdout)
