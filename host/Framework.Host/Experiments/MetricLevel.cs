namespace Framework.Host.Experiments;

/// <summary>What a row of a metric's table is.</summary>
internal enum MetricLevel
{
    /// <summary>A case.</summary>
    Case,

    /// <summary>All cases of a series.</summary>
    Series,

    /// <summary>All cases of a study.</summary>
    Study,

    /// <summary>All cases of a patient.</summary>
    Subject,
}
