"""DenseNet-121 over volumes, as people make it from torchvision's."""
import torch.nn as nn
import torchvision


def over_volumes(module):
    """The same network with 3-D layers in place of 2-D ones."""
    for key, child in module.named_children():
        if isinstance(child, nn.Conv2d):
            child = nn.Conv3d(child.in_channels, child.out_channels, child.kernel_size[0], child.stride[0], child.padding[0], bias=child.bias is not None)
        elif isinstance(child, nn.BatchNorm2d):
            child = nn.BatchNorm3d(child.num_features)
        elif isinstance(child, nn.MaxPool2d):
            child = nn.MaxPool3d(child.kernel_size, child.stride, child.padding)
        elif isinstance(child, nn.AvgPool2d):
            child = nn.AvgPool3d(child.kernel_size, child.stride)
        else:
            over_volumes(child)
        setattr(module, key, child)
    return module


class DenseVolumes(nn.Module):
    def __init__(self, channels, labels):
        super().__init__()
        self.features = over_volumes(torchvision.models.densenet121(weights=None).features)
        self.features.conv0 = nn.Conv3d(channels, 64, 7, 2, 3, bias=False)
        self.head = nn.Sequential(nn.ReLU(inplace=True), nn.AdaptiveAvgPool3d(1), nn.Flatten(), nn.Linear(1024, labels))

    def forward(self, x):
        return self.head(self.features(x))
