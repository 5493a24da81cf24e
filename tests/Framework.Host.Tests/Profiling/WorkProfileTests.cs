using System.Text.Json;
using Framework.Host.Profiling;
using Framework.Sdk;

namespace Framework.Host.Tests.Profiling;

public sealed class WorkProfileTests
{
    [Fact]
    public void Times_OfNestedSpans_LeaveOutWhatIsInside()
    {
        using var profile = new WorkProfile(TimeProvider.System);
        using (WorkSpan.Begin("outer of this test"))
        {
            Thread.Sleep(20);
            using (WorkSpan.Begin("inner of this test", "part"))
                Thread.Sleep(60);
        }

        var (outer, inner) = (Of(profile, "outer of this test"), Of(profile, "inner of this test part"));
        Assert.Equal(1, outer.Count);
        Assert.True(inner.Total >= TimeSpan.FromMilliseconds(55), $"{inner.Total}");
        Assert.Equal(inner.Total, inner.Own);
        Assert.Equal(outer.Total - inner.Total, outer.Own);
    }

    [Fact]
    public void Trace_HasEachSpanOnItsThread()
    {
        using var profile = new WorkProfile(TimeProvider.System);
        using (WorkSpan.Begin("here in this test"))
        {
            var thread = new Thread(() => WorkSpan.Begin("there in this test")?.Dispose()) { Name = "another" };
            thread.UnsafeStart();
            thread.Join();
        }

        using var stream = new MemoryStream();
        ProfileTrace.Write(profile, stream);
        var events = JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("traceEvents").EnumerateArray().ToList();
        var (here, there) = (Named(events, "here in this test"), Named(events, "there in this test"));
        Assert.Equal(Environment.CurrentManagedThreadId, here.GetProperty("tid").GetInt32());
        Assert.Contains(events, item => item.GetProperty("ph").GetString() == "M" && item.GetProperty("tid").GetInt32() == there.GetProperty("tid").GetInt32()
            && item.GetProperty("args").GetProperty("name").GetString() == "another");
        Assert.True(there.GetProperty("ts").GetDouble() >= here.GetProperty("ts").GetDouble());
        Assert.Equal(Of(profile, "here in this test").Total, Of(profile, "here in this test").Own); // another thread's time is not this one's
    }

    private static WorkTime Of(WorkProfile profile, string name) => Assert.Single(profile.Times, time => time.Name == name);

    private static JsonElement Named(List<JsonElement> events, string name) => Assert.Single(events, item => item.GetProperty("name").GetString() == name);
}
