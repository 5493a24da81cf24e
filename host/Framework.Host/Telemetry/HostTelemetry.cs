using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Framework.Host.Telemetry;

/// <summary>
/// Traces and metrics for operators, by OpenTelemetry's protocol (OTLP). Off unless its standard variables name an endpoint
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, or those for traces or metrics alone), which the exporter reads itself. No names of cases or files.
/// </summary>
internal static class HostTelemetry
{
    /// <summary>The variable in which a worker finds the span that it belongs to, as W3C's trace context writes it.</summary>
    public const string ParentVariable = "TRACEPARENT";

    private const string Name = "framework";
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Units = Meter.CreateCounter<long>("framework.units", description: "Units that ended, by stage and outcome");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("framework.unit.duration", "s", "How long units took, by stage and outcome");
    private static readonly Counter<long> Crashes = Meter.CreateCounter<long>("framework.worker.crashes", description: "Worker processes that crashed or hung");
    private static readonly Gauge<double> Rate = Meter.CreateGauge<double>("framework.training.rate", "{case}/s", "Cases a second of the unit at work");

    /// <summary>Begins to export until the result is disposed of, which sends what is left; null where it is off.</summary>
    public static IDisposable? Start()
    {
        string[] variables = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];
        var isAsked = variables.Any(name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));
        return isAsked && !string.Equals(Environment.GetEnvironmentVariable("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase) ? new Export() : null;
    }

    /// <summary>A span of a command; null where nobody listens.</summary>
    public static Activity? Command(string name) =>
        Source.StartActivity($"framework {name}", ActivityKind.Internal, Environment.GetEnvironmentVariable(ParentVariable) ?? Activity.Current?.Id);

    /// <summary>A span of a unit; null where nobody listens.</summary>
    public static Activity? Unit(string unit, string stage)
    {
        var span = Source.StartActivity("unit");
        span?.SetTag("framework.unit", unit).SetTag("framework.stage", stage);
        return span;
    }

    /// <summary>Counts a unit that ended.</summary>
    public static void UnitEnded(string stage, string outcome, TimeSpan time)
    {
        var (first, second) = (new KeyValuePair<string, object?>("stage", stage), new KeyValuePair<string, object?>("outcome", outcome));
        Units.Add(1, first, second);
        Durations.Record(time.TotalSeconds, first, second);
        Activity.Current?.SetTag("framework.outcome", outcome).SetStatus(outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
    }

    /// <summary>Notes how fast the unit at work is.</summary>
    public static void Trains(string unit, double casesPerSecond) => Rate.Record(casesPerSecond, new KeyValuePair<string, object?>("unit", unit));

    /// <summary>Counts a worker that crashed.</summary>
    public static void Crashed() => Crashes.Add(1);

    private sealed class Export : IDisposable
    {
        private readonly TracerProvider _traces = OpenTelemetry.Sdk.CreateTracerProviderBuilder().ConfigureResource(Describe).AddSource(Name).AddOtlpExporter().Build();
        private readonly MeterProvider _metrics = OpenTelemetry.Sdk.CreateMeterProviderBuilder().ConfigureResource(Describe).AddMeter(Name).AddOtlpExporter().Build();

        public void Dispose()
        {
            _traces.Dispose();
            _metrics.Dispose();
        }

        private static void Describe(ResourceBuilder resource) => resource.AddService(Name).AddEnvironmentVariableDetector();
    }
}
