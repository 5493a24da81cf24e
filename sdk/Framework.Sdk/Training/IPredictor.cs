namespace Framework.Sdk;

/// <summary>A fitted model with everything around it: cases in, predictions out.</summary>
public interface IPredictor : IDisposable
{
    /// <summary>Predicts every case, in order.</summary>
    /// <param name="samples">The cases and how they are loaded.</param>
    /// <param name="cancellation">Stops the work.</param>
    Predictions Predict(SampleSet samples, CancellationToken cancellation);
}
