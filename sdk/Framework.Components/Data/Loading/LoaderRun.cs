using System.Runtime.ExceptionServices;

namespace Framework.Components.Data.Loading;

/// <summary>The threads of one pass and what they have agreed on.</summary>
internal sealed class LoaderRun : IDisposable
{
    private readonly SampleSet _samples;
    private readonly LoaderSettings _settings;
    private readonly BatchBuffer[] _buffers;
    private readonly LoaderPass _pass;
    private readonly Thread[] _threads;
    private readonly int[] _rowsMissing;
    private readonly int _perBatch;
    private readonly int _count;
    private readonly object _gate = new();
    private readonly SampleWorkspace? _own;
    private (int At, Exception Error)? _failure;
    private int _next;
    private int _inUse;
    private volatile bool _stopped;

    public LoaderRun(SampleSet samples, LoaderSettings settings, BatchBuffer[] buffers, LoaderPass pass)
    {
        (_samples, _settings, _buffers, _pass) = (samples, settings, buffers, pass);
        _perBatch = settings.Rows;
        _next = pass.FirstBatch * _perBatch;
        _inUse = pass.FirstBatch;
        Batches = (pass.Order.Count + settings.BatchSize - 1) / settings.BatchSize;
        _count = Batches == 0 ? 0 : ((Batches - 1) * _perBatch) + Rows(Batches - 1);
        _rowsMissing = [.. Enumerable.Range(0, Batches).Select(Rows)];
        _own = settings.Threads == 0 ? new SampleWorkspace(Environment.ProcessorCount) : null;
        _threads = [.. Enumerable.Range(0, settings.Threads).Select(i => new Thread(Work) { IsBackground = true, Name = $"loader {i}" })];
    }

    public int Batches { get; }

    public void Start() => Array.ForEach(_threads, thread => thread.UnsafeStart()); // spans of the caller are not theirs

    public void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Gives back the batch before, waits for this one or makes it, and says how many rows it has.</summary>
    public int Await(int batch)
    {
        if (_own is not null)
            Fill(batch, _own);
        lock (_gate)
        {
            _inUse = batch;
            Monitor.PulseAll(_gate);
            while (_rowsMissing[batch] > 0 && !_stopped)
                Monitor.Wait(_gate);
            if (_rowsMissing[batch] == 0 && _failure is { } failure && failure.At / _perBatch == batch)
                ExceptionDispatchInfo.Throw(failure.Error);
            return Rows(batch);
        }
    }

    public void Dispose()
    {
        Stop();
        foreach (var thread in _threads.Where(thread => thread.ThreadState != ThreadState.Unstarted))
            thread.Join();
        _own?.Dispose();
    }

    // What is loaded is numbered as if there was nothing else in the pass: every batch but the last has as many rows.
    private int Rows(int batch) => _settings.Part.Loaded(WholeRows(batch));

    private int WholeRows(int batch) => Math.Min(_settings.BatchSize, _pass.Order.Count - (batch * _settings.BatchSize));

    private int PositionOf(int at)
    {
        var batch = at / _perBatch;
        return (batch * _settings.BatchSize) + _settings.Part.Start(WholeRows(batch)) + (at % _perBatch);
    }

    /// <summary>All of a batch in the caller's thread, which the last batch is free for by now.</summary>
    private void Fill(int batch, SampleWorkspace workspace)
    {
        for (var row = 0; row < Rows(batch) && !_stopped; row++)
        {
            var error = Load((batch * _perBatch) + row, workspace);
            workspace.Reset();
            Finish((batch * _perBatch) + row, error);
        }
    }

    private void Work()
    {
        using var workspace = new SampleWorkspace();
        while (Claim() is { } at)
        {
            var error = Load(at, workspace);
            workspace.Reset();
            Finish(at, error);
        }
    }

    private int? Claim()
    {
        lock (_gate)
        {
            while (!_stopped && _next < _count && _next / _perBatch >= _inUse + _buffers.Length)
                Monitor.Wait(_gate);
            var isNeeded = _failure is not { } failure || _next / _perBatch <= failure.At / _perBatch;
            return _stopped || _next >= _count || !isNeeded ? null : _next++;
        }
    }

    private Exception? Load(int at, SampleWorkspace workspace)
    {
        var position = PositionOf(at);
        var item = _samples.Cases[_pass.Order[position]];
        try
        {
            var moment = _pass.Moment(position);
            var sample = _samples.Pipeline.Load(item, moment, workspace);
            using var span = WorkSpan.Begin("collate");
            _buffers[at / _perBatch % _buffers.Length].Write(at % _perBatch, sample, moment.Repetition);
            return null;
        }
        catch (FrameworkException e) when (e is not DataFormatException || e.Message.Contains(item.Id, StringComparison.Ordinal))
        {
            return e;
        }
        catch (Exception e)
        {
            return new DataFormatException($"case '{item.Id}': {e.Message}", e);
        }
    }

    private void Finish(int at, Exception? error)
    {
        lock (_gate)
        {
            // Of several failures the first in the pass is told, however the threads ran.
            if (error is not null && (_failure is null || at < _failure.Value.At))
                _failure = (at, error);
            _rowsMissing[at / _perBatch]--;
            Monitor.PulseAll(_gate);
        }
    }
}
