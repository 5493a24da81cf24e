"""Figures of PyTorch's own networks in the form of ../shared/oracle, with tensors filled by the same formula: networks.py NAME BASE [3d]."""
import json
import math
import sys

import numpy as np
import torch
import torchvision

name, base, volumes = sys.argv[1], int(sys.argv[2]), sys.argv[3:] == ["3d"]
torch.set_num_threads(2)


def uniform(number, count):
    """SplitMix64 of number * 2^32 + i, in [0, 1)."""
    mask = (1 << 64) - 1
    z = np.uint64((number << 32) & mask) + np.arange(count, dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        z = (z ^ (z >> np.uint64(shift))) * np.uint64(factor)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(11)).astype(np.float64) * 2.0 ** -53


def values(key, shape, number):
    drawn = uniform(number, int(np.prod(shape)))
    if key.endswith("num_batches_tracked"):
        return np.zeros(shape)
    if key.endswith("running_var"):
        return (0.5 + drawn).reshape(shape)
    if key.endswith("running_mean") or key.endswith("bias"):
        return (0.1 * (2 * drawn - 1)).reshape(shape)
    if len(shape) == 1:
        return 0.5 + drawn
    return (math.sqrt(6 / np.prod(shape[1:])) * (2 * drawn - 1)).reshape(shape)


def to_volumes(module):
    """The same network over three axes: each 2-D layer becomes the 3-D one of the same numbers."""
    for key, child in module.named_children():
        if isinstance(child, torch.nn.Conv2d):
            setattr(module, key, torch.nn.Conv3d(child.in_channels, child.out_channels, child.kernel_size[0], child.stride[0],
                                                 child.padding[0], groups=child.groups, bias=child.bias is not None))
        elif isinstance(child, torch.nn.BatchNorm2d):
            setattr(module, key, torch.nn.BatchNorm3d(child.num_features))
        elif isinstance(child, torch.nn.MaxPool2d):
            setattr(module, key, torch.nn.MaxPool3d(child.kernel_size, child.stride, child.padding))
        elif isinstance(child, torch.nn.AdaptiveAvgPool2d):
            setattr(module, key, torch.nn.AdaptiveAvgPool3d(1))
        else:
            to_volumes(child)
    return module


network = getattr(torchvision.models, name)(weights=None)
head = "classifier" if name.startswith("densenet") else "fc"
setattr(network, head, torch.nn.Linear(getattr(network, head).in_features, 6))
if volumes:
    to_volumes(network)
shape = [2, 3, 40, 48, 32] if volumes else [2, 3, 64, 64]
network.load_state_dict({key: torch.from_numpy(values(key, tuple(tensor.shape), base + place)).to(tensor.dtype)
                         for place, (key, tensor) in enumerate(network.state_dict().items())})
image = torch.from_numpy((math.sqrt(3) * (2 * uniform(base + 1_000_000, int(np.prod(shape))) - 1)).reshape(shape)).float()
targets = torch.from_numpy((uniform(base + 2_000_000, 12) < 0.5).astype(np.float32).reshape(2, 6))


def evaluate():
    network.eval()
    with torch.no_grad():
        return network(image).double().flatten().tolist()


result = {"base": base, "keys": [[key, list(tensor.shape)] for key, tensor in network.state_dict().items()], "input_shape": shape,
          "eval_output": evaluate()}
network.train()
optimizer = torch.optim.Adam(network.parameters(), lr=1e-4)
losses = []
for _ in range(3):
    optimizer.zero_grad()
    loss = torch.nn.functional.binary_cross_entropy_with_logits(network(image), targets)
    loss.backward()
    optimizer.step()
    losses.append(float(loss))
result["train"] = {"targets": targets.tolist(), "losses": losses}
result["eval_output_after_3_steps"] = evaluate()
json.dump(result, sys.stdout)
