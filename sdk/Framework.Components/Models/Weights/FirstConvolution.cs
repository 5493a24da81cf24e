namespace Framework.Components.Models.Weights;

/// <summary>What becomes of the first convolution where the images have N channels and the file's weights are for C.</summary>
/// <remarks>Both ways keep the size of what the layer gives for images whose channels are alike; only C and N may differ, nothing else of the shape.</remarks>
public enum FirstConvolution
{
    /// <summary>Another number of channels is an error.</summary>
    Strict,

    /// <summary>Every new channel gets the sum over the old ones, divided by N: w'[o, j] = (w[o, 1] + ... + w[o, C]) / N.</summary>
    Average,

    /// <summary>The old channels in turn, scaled by C / N: w'[o, j] = w[o, j mod C] * C / N, channels counted from 0.</summary>
    Repeat,
}
