using TorchSharp.Modules;

namespace Framework.Sdk;

/// <summary>Parameters that learn at the same rate.</summary>
/// <param name="RateFactor">What the optimizer's own learning rate is multiplied with for them, above 0.</param>
/// <param name="Parameters">Parameters with their names, at least one.</param>
public sealed record ParameterGroup(double RateFactor, IReadOnlyList<(string Name, Parameter Parameter)> Parameters);
