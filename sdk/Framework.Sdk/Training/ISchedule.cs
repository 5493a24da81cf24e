namespace Framework.Sdk;

/// <summary>The learning rate over time, as a factor of the optimizer's own rate: a pure function, so a resume needs no state.</summary>
public interface ISchedule
{
    /// <summary>The factor for one step.</summary>
    /// <param name="moment">Where the run is.</param>
    /// <returns>0 or more; 1 is the optimizer's own learning rate.</returns>
    double Factor(ScheduleMoment moment);

    /// <summary>Whether the factor follows the scores of the validation part, so that there must be one.</summary>
    bool ReadsValidation => false;
}
