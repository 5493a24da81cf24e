namespace Framework.Sdk;

/// <summary>A named place in the patient: a disc's centre, a microbleed.</summary>
/// <remarks>
/// It is kept in the patient's millimetres. A transform that keeps the geometry true need not touch it; on the grid it is
/// <c>image.Geometry.ToVoxel(landmark.Place)</c>.
/// </remarks>
/// <param name="Name">What it is: <c>L4-L5</c>. Several may share a name.</param>
/// <param name="Place">Where it is.</param>
public sealed record Landmark(string Name, PatientPoint Place);
