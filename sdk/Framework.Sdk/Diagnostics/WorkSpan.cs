using System.Diagnostics;

namespace Framework.Sdk;

/// <summary>
/// Marks where a run's time goes: loading, decoding, each transform, forward, backward, update, waiting. Costs nothing while nobody listens; <c>run --profile</c> does, and so can any listener
/// of .NET's activities.
/// </summary>
public static class WorkSpan
{
    /// <summary>The name of the activity source.</summary>
    public const string SourceName = "framework.work";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Whether somebody listens.</summary>
    public static bool IsOn => Source.HasListeners();

    /// <summary>Begins a span, which ends when it is disposed of, in the same thread; null while nobody listens.</summary>
    /// <param name="name">What is done, in few words that never differ from call to call: <c>load</c>.</param>
    public static Activity? Begin(string name) => Source.HasListeners() ? Source.StartActivity(name) : null;

    /// <summary>Begins a span of a component.</summary>
    /// <param name="kind">What is done: <c>transform</c>.</param>
    /// <param name="component">Who does it: <c>windows</c>.</param>
    public static Activity? Begin(string kind, string component) => Source.HasListeners() ? Source.StartActivity($"{kind} {component}") : null;
}
