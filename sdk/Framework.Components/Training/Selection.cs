namespace Framework.Components.Training;

/// <summary>Which epoch's weights predict.</summary>
public enum Selection
{
    /// <summary>Of the lowest loss on the validation part; the last where that part is empty.</summary>
    Best,

    /// <summary>Of the last epoch.</summary>
    Last,
}
