namespace Framework.Components.Data.Slices;

/// <summary>What is known of a volume's slices.</summary>
/// <param name="Count">How many.</param>
/// <param name="Spacing">Millimetres from one to the next.</param>
/// <param name="HasObject">Whether the mask has an object in each; null where there is no mask.</param>
internal sealed record SliceFacts(int Count, double Spacing, IReadOnlyList<bool>? HasObject);
