namespace Framework.Components.Transforms.Spatial;

/// <summary>The grids of crops around discs.</summary>
internal sealed class LevelFrame
{
    private const string Attribute = "level";

    private readonly CropLevelsOptions _options;
    private readonly (int X, int Y, int Z) _size;

    /// <exception cref="ExperimentException">A size or spacing is not above 0.</exception>
    public LevelFrame(string component, CropLevelsOptions options)
    {
        _options = options;
        if (options.Size.Concat(options.Spacing).Any(length => !(length > 0)))
            throw new ExperimentException($"'{component}' needs 'size' and 'spacing' to be above 0 mm; they are [{string.Join(", ", options.Size)}] and [{string.Join(", ", options.Spacing)}].");
        _size = ((int)Math.Round(options.Size[0] / options.Spacing[0]), (int)Math.Round(options.Size[1] / options.Spacing[1]), options.Slices);
        if (_size.X < 1 || _size.Y < 1)
            throw new ExperimentException($"'{component}' needs 'size' to be at least one voxel of 'spacing'; it is [{string.Join(", ", options.Size)}].");
    }

    /// <summary>The change of any grid to the crop of a level.</summary>
    public SpatialPlan Plan(Sample sample, string level)
    {
        var geometry = Around(sample, level);
        return new SpatialPlan(grid =>
        {
            if (grid.Dimensions == 2)
                throw new DataFormatException("crops around discs are cut from volumes, and the image is a single slice. Leave the transform out.");
            return SpatialChange.Between(grid, new VoxelGrid(3, _size, geometry)) with { Sampling = _options.Interpolation, Padding = EdgePadding.Of(_options.Padding) };
        });
    }

    /// <summary>Where a landmark of that name lies; null where the sample has none.</summary>
    public static PatientPoint? Find(Sample sample, string level) => sample.Landmarks.FirstOrDefault(landmark => landmark.Name == level)?.Place;

    /// <summary>The landmark above a level's disc, in the middle of the body there.</summary>
    public static string Above(string level) => $"{level} above";

    /// <summary>The landmark below a level's disc, in the middle of the body there.</summary>
    public static string Below(string level) => $"{level} below";

    /// <summary>The level that a case is about.</summary>
    /// <exception cref="DataFormatException">It has none, or one that is not known.</exception>
    public static string LevelOf(Sample sample, string component, IReadOnlyList<string> levels)
    {
        if (!sample.Case.Attributes.TryGetValue(Attribute, out var level))
            throw new DataFormatException($"{component} needs the case's attribute 'level', and it has none. Give each case its level, or use crop-levels to get all of them.");
        return levels.Contains(level) ? level
            : throw new DataFormatException($"the case's level is '{level}'; {component} knows {string.Join(", ", levels.Select(name => $"'{name}'"))}. Add it to 'levels'.");
    }

    /// <summary>Whether a level has a landmark, and something to take the spine's direction from.</summary>
    public static bool HasDirection(Sample sample, string level, IReadOnlyList<string> levels) =>
        Find(sample, level) is not null && (Find(sample, Above(level)) is not null || levels.Count(name => Find(sample, name) is not null) > 1);

    private Geometry Around(Sample sample, string level)
    {
        var center = Find(sample, level) ?? throw new DataFormatException($"the sample has no landmark '{level}'; {Listing(sample)}. Leave such cases out, or find the discs first.");
        var up = Unit(Spine(sample, level));
        // The patient's right, made upright to the spine; then front is what remains.
        var right = Unit(new PatientPoint(1 - (up.X * up.X), -up.X * up.Y, -up.X * up.Z));
        var front = new PatientPoint((up.Y * right.Z) - (up.Z * right.Y), (up.Z * right.X) - (up.X * right.Z), (up.X * right.Y) - (up.Y * right.X));
        var (x, y, z) = _options.Plane == LevelPlane.Sagittal ? (-1 * front, -1 * up, right) : (-1 * right, -1 * front, up);
        var spacing = _options.Spacing;
        (x, y, z) = (spacing[0] * x, spacing[1] * y, spacing[2] * z);
        var first = center - (_options.Behind * front) - ((_size.X - 1) / 2.0 * x) - ((_size.Y - 1) / 2.0 * y) - ((_size.Z - 1) / 2.0 * z);
        return new Geometry([x.X, y.X, z.X, first.X, x.Y, y.Y, z.Y, first.Y, x.Z, y.Z, z.Z, first.Z, 0, 0, 0, 1]);
    }

    // Between the bodies beside the disc where they are known, else from the next level that is there to the one before; at either end of the spine, from the level itself.
    private PatientPoint Spine(Sample sample, string level)
    {
        if (Find(sample, Above(level)) is { } upper && Find(sample, Below(level)) is { } lower)
            return upper - lower;
        var found = _options.Levels.Select((name, i) => (Index: i, Place: Find(sample, name))).Where(found => found.Place is not null).ToList();
        var at = found.FindIndex(found => _options.Levels[found.Index] == level);
        var (above, below) = (found[Math.Max(at - 1, 0)], found[Math.Min(at + 1, found.Count - 1)]);
        return above.Index == below.Index
            ? throw new DataFormatException($"the spine's direction at '{level}' needs a second disc; {Listing(sample)}. Leave such cases out.")
            : above.Place!.Value - below.Place!.Value;
    }

    private static PatientPoint Unit(PatientPoint way) => way.Length > 1e-6
        ? 1 / way.Length * way
        : throw new DataFormatException("two discs' centres lie at one place, or one beside the other. Correct the landmarks.");

    private static string Listing(Sample sample) => sample.Landmarks.Count == 0
        ? "it has none"
        : $"it has {string.Join(", ", sample.Landmarks.Select(landmark => $"'{landmark.Name}'").Distinct())}";
}
