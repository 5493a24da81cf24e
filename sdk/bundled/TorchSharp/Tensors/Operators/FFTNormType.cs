namespace TorchSharp;

/// <summary>Where a Fourier transform divides by the number of points.</summary>
public enum FFTNormType
{
    /// <summary>In the inverse transform.</summary>
    Backward = 0,

    /// <summary>In the forward transform.</summary>
    Forward = 1,

    /// <summary>By its root in both.</summary>
    Ortho = 2,
}
