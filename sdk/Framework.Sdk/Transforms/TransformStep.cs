namespace Framework.Sdk;

/// <summary>A transform at its place in a chain.</summary>
/// <param name="Name">The component's name, for messages.</param>
/// <param name="Transform">The transform.</param>
/// <param name="Only">The only phase it applies in; null for both.</param>
public sealed record TransformStep(string Name, ITransform Transform, Phase? Only = null);
