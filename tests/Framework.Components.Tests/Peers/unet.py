"""A UNet of MONAI's BasicUNet layout written with PyTorch's functions, its tensors filled as ../shared/oracle fills them: unet.py BASE CHANNELS SIDES..."""
import json
import sys

import torch
import torch.nn.functional as F

from filling import image, state

base, (channels, *sides) = int(sys.argv[1]), map(int, sys.argv[2:])
axes = len(sides)
conv, deconv, pool = ((F.conv2d, F.conv_transpose2d, F.max_pool2d) if axes == 2 else (F.conv3d, F.conv_transpose3d, F.max_pool3d))
weights = {}


def parameter(key, *shape):
    """The next parameter in PyTorch's order, filled by its place."""
    weights[key] = state(key, shape, base + len(weights))


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
left = [run("conv_0", image(shape, base))]
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
