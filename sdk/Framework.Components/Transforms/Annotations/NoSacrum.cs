namespace Framework.Components.Transforms.Annotations;

/// <summary>How vertebrae are named where the sacrum, from which they are counted, is out of view.</summary>
public enum NoSacrum
{
    /// <summary>Not at all: the case has no named disc.</summary>
    Unnamed,

    /// <summary>The lowest body that is seen is taken for the one on the sacrum. The disc below it is put as far below its middle as the disc above it lies above.</summary>
    LowestIsLast,
}
