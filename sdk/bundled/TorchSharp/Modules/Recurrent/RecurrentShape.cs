namespace TorchSharp.Modules;

/// <summary>The numbers that define a recurrent network.</summary>
internal sealed record RecurrentShape(long InputSize, long HiddenSize)
{
    public long Layers { get; init; } = 1;
    public bool Bias { get; init; } = true;
    public bool BatchFirst { get; init; }
    public double Dropout { get; init; }
    public bool Bidirectional { get; init; }

    public int Directions => Bidirectional ? 2 : 1;
}
