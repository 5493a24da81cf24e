namespace Framework.Sdk;

/// <summary>One step of a cohort's flow: what was left out, and what remains.</summary>
/// <param name="Step">What the step is, such as <c>indeterminate myelogram</c>.</param>
/// <param name="Removed">Cases that it left out.</param>
/// <param name="Cases">Cases that remain.</param>
/// <param name="Subjects">Different subjects among them.</param>
public sealed record FlowStep(string Step, int Removed, int Cases, int Subjects);
