"""Tensors filled by the formula of ../shared/oracle: from their number and shape alone."""
import math

import numpy as np
import torch


def uniform(number, count):
    """SplitMix64 of number * 2^32 + i, in [0, 1)."""
    z = np.uint64((number << 32) & ((1 << 64) - 1)) + np.arange(count, dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        z = (z ^ (z >> np.uint64(shift))) * np.uint64(factor)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(11)).astype(np.float64) * 2.0 ** -53


def state(key, shape, number):
    """A parameter or buffer."""
    drawn = uniform(number, int(np.prod(shape)))
    last = key.split(".")[-1]
    if last == "num_batches_tracked":
        values = np.zeros_like(drawn)
    elif last == "running_var":
        values = 0.5 + drawn
    elif last == "running_mean" or last.endswith("bias") or "bias_" in last:
        values = 0.1 * (2 * drawn - 1)
    elif len(shape) == 1:
        values = 0.5 + drawn
    else:
        values = math.sqrt(6 / np.prod(shape[1:])) * (2 * drawn - 1)
    return torch.from_numpy(values.reshape(shape)).float()


def fill(module, base):
    module.load_state_dict({key: state(key, tuple(tensor.shape), base + place).to(tensor.dtype)
                            for place, (key, tensor) in enumerate(module.state_dict().items())})
    return module


def image(shape, base):
    """Uniform with variance 1."""
    return torch.from_numpy((math.sqrt(3) * (2 * uniform(base + 1_000_000, int(np.prod(shape))) - 1)).reshape(shape)).float()
