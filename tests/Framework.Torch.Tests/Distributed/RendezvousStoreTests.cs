using System.Text;
using Framework.Torch.Distributed;

namespace Framework.Torch.Tests.Distributed;

public sealed class RendezvousStoreTests : IDisposable
{
    private readonly RendezvousStore _served = Ranks.Serve();
    private readonly RendezvousStore _connected;

    public RendezvousStoreTests() => _connected = RendezvousStore.Connect(_served.Address, TimeSpan.FromSeconds(30));

    public void Dispose()
    {
        _connected.Dispose();
        _served.Dispose();
    }

    [Fact]
    public void Set_ByOne_IsWhatTheOtherGets()
    {
        byte[] bytes = [0, 255, 10, 0];
        _served.Set("bytes", bytes);
        _connected.Set("text", "Prüfung");

        Assert.Equal(bytes, _connected.TryGet("bytes"));
        Assert.Equal("Prüfung", _served.TryGetText("text"));
    }

    [Fact]
    public void TryGet_OfWhatIsNotThere_IsNull()
    {
        Assert.Null(_connected.TryGet("nothing"));
        _connected.Set("empty", []);
        Assert.Equal([], _served.TryGet("empty")!);
    }

    [Fact]
    public void Delete_OfAKey_ForgetsIt()
    {
        _served.Set("gone", "soon");

        Assert.True(_connected.Delete("gone"));
        Assert.False(_connected.Delete("gone"));
        Assert.Null(_served.TryGet("gone"));
    }

    [Fact]
    public void Add_FromManyThreads_LosesNothing()
    {
        Parallel.For(0, 64, i => (i % 2 == 0 ? _served : _connected).Add("sum", i));

        Assert.Equal(63 * 64 / 2, _served.Add("sum", 0));
    }

    [Fact]
    public async Task Wait_WhileAnotherThreadUsesTheSameConnection_GetsWhatIsSetLater()
    {
        var waiting = Task.Factory.StartNew(() => _connected.Wait("late", TimeSpan.FromSeconds(60)), TaskCreationOptions.LongRunning);
        _connected.Set("meanwhile", "1");
        _served.Set("late", "now");

        Assert.Equal("now", Encoding.UTF8.GetString(await waiting));
    }

    [Fact]
    public void Wait_ForWhatNobodySets_SaysSo()
    {
        var error = Assert.Throws<EngineException>(() => _connected.Wait("never", TimeSpan.Zero));

        Assert.Equal($"'never' was not in the store {_served.Address} within 0 s: the rank that sets it has not come that far, or is gone.", error.Message);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => _connected.Wait("never", Timeout.InfiniteTimeSpan, stopped.Token));
    }

    [Fact]
    public void Set_AfterTheServerEnded_SaysWhoIsGone()
    {
        _served.Dispose();

        var error = Assert.Throws<EngineException>(() =>
        {
            // The first bytes after the end may still be taken by the system.
            for (var i = 0; i < 100; i++)
                _connected.TryGet("key");
        });

        Assert.StartsWith($"the store {_connected.Address} cannot get 'key': ", error.Message);
        Assert.EndsWith("The process that serves it is gone, or the network to it.", error.Message);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData(":1")]
    [InlineData("host:port")]
    public void Connect_ToWhatIsNoAddress_IsRefused(string address) =>
        Assert.Equal($"'{address}' is no address of a store. Give host:port.", Assert.Throws<EngineException>(() => RendezvousStore.Connect(address, TimeSpan.FromSeconds(1))).Message);

    [Fact]
    public void Serve_OnAPortThatIsTaken_SaysSo() =>
        Assert.StartsWith($"no store can be served at 127.0.0.1:{_served.Port}: ", Assert.Throws<EngineException>(() => RendezvousStore.Serve("127.0.0.1", _served.Port)).Message);
}
