using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>The fully convolutional part of Mask R-CNN: a box's features to a mask of twice the size for each class.</summary>
internal static class MaskHead
{
    /// <summary>Four convolutions.</summary>
    public static Sequential Convolutions(int channels) => nn.Sequential([.. Enumerable.Range(0, 4).Select(_ => Convolution(channels))]);

    /// <summary>Doubles the size, and gives a logit for each class and pixel.</summary>
    public static Sequential Predictor(int channels, int classes)
    {
        var enlarge = nn.ConvTranspose2d(channels, channels, 2, stride: 2);
        var logits = nn.Conv2d(channels, classes, 1);
        Initialise(enlarge.weight);
        Initialise(logits.weight);
        return nn.Sequential(("conv5_mask", enlarge), ("relu", nn.ReLU(inplace: true)), ("mask_fcn_logits", logits));
    }

    private static Sequential Convolution(int channels)
    {
        var convolution = nn.Conv2d(channels, channels, 3, padding: 1);
        Initialise(convolution.weight);
        nn.init.zeros_(convolution.bias!);
        return nn.Sequential(convolution, nn.ReLU(inplace: true));
    }

    private static void Initialise(Tensor weight) =>
        nn.init.kaiming_normal_(weight, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU);
}
