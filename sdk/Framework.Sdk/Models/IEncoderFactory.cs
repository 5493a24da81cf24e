namespace Framework.Sdk;

/// <summary>A model factory whose network also exists without its last layer.</summary>
public interface IEncoderFactory : IModelFactory
{
    /// <summary>Makes the network without its last layer, on the CPU, with its initial weights.</summary>
    /// <param name="inputShape">Shape of one image: (channel, y, x) or (channel, z, y, x).</param>
    /// <param name="pretrained">False to begin with random weights where the options name some.</param>
    /// <exception cref="ExperimentException">The options do not fit the input.</exception>
    IEncoder CreateEncoder(IReadOnlyList<int> inputShape, bool pretrained = true);
}
