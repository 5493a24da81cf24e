namespace Framework.Components.Ensembles;

/// <summary>The mean of what folds and repeats say of a case.</summary>
public sealed class MeanEnsemble : IEnsemble;
