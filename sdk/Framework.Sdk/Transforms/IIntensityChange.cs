namespace Framework.Sdk;

/// <summary>A change of an image's values whose parameters are drawn.</summary>
public interface IIntensityChange
{
    /// <summary>The image with its values changed: same shape, same place in the patient.</summary>
    /// <param name="image">At least one value; left untouched.</param>
    /// <param name="workspace">Where the result is allocated, and how many threads may work on it.</param>
    /// <exception cref="DataFormatException">The image's values do not allow it; the message says why.</exception>
    Image Apply(Image image, SampleWorkspace workspace);
}
