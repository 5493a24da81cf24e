namespace Framework.Sdk;

/// <summary>Writes a synthetic cohort in exactly the layout that the study's real source reads. Registered under the study's name.</summary>
public interface IPhantom
{
    /// <summary>Writes the cohort. The same request and options give the same bytes.</summary>
    /// <param name="request">Where, how many, which seed.</param>
    /// <param name="cancellation">Stops the work; what was written stays.</param>
    void Write(PhantomRequest request, CancellationToken cancellation);
}
