namespace Framework.Sdk;

/// <summary>One line of a unit's events.</summary>
/// <param name="Kind"><c>step</c> or <c>epoch</c>.</param>
/// <param name="Epoch">From 0.</param>
/// <param name="Step">Steps finished since the start of the unit.</param>
/// <param name="Values">Named figures: <c>train_loss</c>, <c>validate_loss</c>, <c>learning_rate</c>...</param>
public sealed record TrainingEvent(string Kind, int Epoch, long Step, IReadOnlyDictionary<string, double> Values);
