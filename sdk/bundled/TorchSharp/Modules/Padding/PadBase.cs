using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What layers that pad share.</summary>
public abstract class PadBase : ParameterLessModule<Tensor, Tensor>
{
    private readonly PaddingModes _mode;

    /// <param name="name">The layer's name.</param>
    /// <param name="mode">What is padded.</param>
    /// <param name="value">The value, for <see cref="PaddingModes.Constant"/>.</param>
    /// <param name="padding">How much: before and after the last axis, then before and after the one before it, and so on.</param>
    protected PadBase(string name, PaddingModes mode, double value, params long[] padding) : base(name)
    {
        _mode = mode;
        this.value = value;
        this.padding = padding;
    }

    /// <summary>How much: before and after the last axis, then before and after the one before it, and so on.</summary>
    public long[] padding { get; set; }

    /// <summary>The value, where one value is padded.</summary>
    public double value { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.pad(input, padding, _mode, value);
}
