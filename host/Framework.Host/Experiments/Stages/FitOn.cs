namespace Framework.Host.Experiments.Stages;

/// <summary>Which part of a fold a stage is fitted on.</summary>
internal enum FitOn
{
    /// <summary>The training part. A stage that reads others then sees their cross-fitted outputs of these cases.</summary>
    Train,

    /// <summary>The validation part, which the stages that it reads were not fitted on.</summary>
    Validate,

    /// <summary>Training, validation and test part together: for cases that nobody has labelled yet. There is nothing left to score it on.</summary>
    Everything,
}
