namespace Framework.Sdk;

/// <summary>Makes a new sample from a sample.</summary>
/// <remarks>
/// A transform never changes its input, draws random numbers from the context only, and is called from several threads at once.
/// Images, masks, boxes and landmarks of a sample move together, and the geometry is kept true.
/// </remarks>
public interface ITransform
{
    /// <summary>Whether the result depends on <see cref="TransformContext.Random"/>; what stands before the first such transform can be cached.</summary>
    /// <remarks>A transform that is not random gives the same in both phases; <c>only</c> is there to leave one out.</remarks>
    bool IsRandom => false;

    /// <summary>Whether it reads what is known of annotated cases alone, such as a true mask: it is left out where new cases are predicted.</summary>
    bool ReadsTruth => false;

    /// <summary>Applies the transform.</summary>
    /// <param name="sample">Left untouched.</param>
    /// <param name="context">Random numbers, memory and phase.</param>
    /// <exception cref="DataFormatException">The sample cannot be transformed; the message says what would be right.</exception>
    Sample Apply(Sample sample, TransformContext context);
}
