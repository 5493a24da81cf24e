namespace Framework.Sdk;

/// <summary>A fitted model with everything around it: cases in, predictions out.</summary>
public interface IPredictor : IDisposable
{
    /// <summary>Predicts every case, in order.</summary>
    /// <param name="samples">The cases and how they are loaded.</param>
    /// <param name="cancellation">Stops the work.</param>
    Predictions Predict(SampleSet samples, CancellationToken cancellation);

    /// <summary>Writes all that <see cref="ITrainer.Restore"/> needs, and nothing that names a case.</summary>
    /// <param name="files">The unit's folder; tensors go to <c>model.safetensors</c>.</param>
    void Save(ICheckpointStore files)
    {
    }
}
