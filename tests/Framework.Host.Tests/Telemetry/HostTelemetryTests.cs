using System.Net;
using System.Net.Sockets;
using System.Text;
using Framework.Host.Tests.Processes;

namespace Framework.Host.Tests.Telemetry;

public sealed class HostTelemetryTests : IDisposable
{
    private readonly TinyBatch _batch = new();

    public void Dispose() => _batch.Dispose();

    [Fact]
    public async Task Run_EndpointNamed_SendsTracesAndMetricsOfCommandAndUnits()
    {
        using var collector = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/";
        collector.Prefixes.Add(address);
        collector.Start();
        var received = new Dictionary<string, StringBuilder> { ["/v1/traces"] = new(), ["/v1/metrics"] = new() };
        var collecting = Collect(collector, received);
        var variables = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" };

        using var process = HostProcess.Start(_batch.Path, variables, ["run", "one.yaml", "--device", "cpu", "--threads", "1", "--loader-threads", "1", "--quiet"]);
        var (code, _, error) = await process.End();
        collector.Stop();
        await collecting;

        Assert.Equal((0, ""), (code, error)); // quiet, and nobody complains of the collector
        foreach (var name in new[] { "framework run", "unit", "classify.0.0", "finished" })
            Assert.Contains(name, received["/v1/traces"].ToString(), StringComparison.Ordinal);
        foreach (var name in new[] { "framework.units", "framework.unit.duration", "framework.training.rate" })
            Assert.Contains(name, received["/v1/metrics"].ToString(), StringComparison.Ordinal);
    }

    private static async Task Collect(HttpListener collector, Dictionary<string, StringBuilder> received)
    {
        try
        {
            while (true)
            {
                var context = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                received[context.Request.Url!.AbsolutePath].Append(Encoding.Latin1.GetString(body.ToArray())); // names stand in protocol buffers as they are
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test has stopped it.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
