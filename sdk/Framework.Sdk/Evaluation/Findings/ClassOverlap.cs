namespace Framework.Sdk;

/// <summary>Voxels of one class on a scan's grid.</summary>
/// <param name="Class">The class.</param>
/// <param name="Predicted">Predicted as the class.</param>
/// <param name="Truth">Truly of the class; null where that is not known.</param>
/// <param name="Intersection">Both; null where the truth is not known.</param>
public sealed record ClassOverlap(string Class, long Predicted, long? Truth, long? Intersection);
