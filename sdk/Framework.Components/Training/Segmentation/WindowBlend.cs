namespace Framework.Components.Training.Segmentation;

/// <summary>How windows are weighted where they overlap.</summary>
public enum WindowBlend
{
    /// <summary>By a normal curve about the window's middle, of an eighth of its size: borders, where a network sees least around it, count least.</summary>
    Gaussian,

    /// <summary>All alike.</summary>
    Constant,
}
