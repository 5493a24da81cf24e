namespace Framework.Components.Training;

/// <summary>Where random transforms work.</summary>
public enum Augment
{
    /// <summary>On the loader's threads, case by case.</summary>
    Loader,

    /// <summary>Where the network is, batch by batch; with the same draws, and the same values within the precision of 32 bits.</summary>
    Device,
}
