namespace Framework.Sdk;

/// <summary>A transform that takes one slice out of a volume and can say how it came to it, so that a report can draw the choice.</summary>
public interface ISliceChoice : ITransform
{
    /// <summary>What the choice rests on.</summary>
    /// <param name="volume">(channel, z, y, x), as the transform gets it.</param>
    /// <returns>A score for each slice that could have been taken, by its number along z; the greatest is the one that is.</returns>
    IReadOnlyDictionary<int, double> Scores(Image volume);
}
