using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Host.Ranks;
using Framework.Host.Runs;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Commands;

/// <summary>Commands done by several processes: rank 0 does the command, and the others follow it.</summary>
/// <param name="context">The command.</param>
/// <param name="launch">The place of this process.</param>
internal sealed class RankWork(CommandContext context, RankLaunch launch)
{
    /// <summary>How long rank 0's store is waited for where this process has found nothing wrong itself.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(30);

    /// <summary>Does a command as rank 0, and has the others end as it ends.</summary>
    /// <param name="interruption">Hears of signals that others get.</param>
    /// <param name="command">The command that goes on with the run; null for the one that began it.</param>
    /// <param name="work">The command.</param>
    public ExitCode Lead(Interruption interruption, string? command, Func<RankLeader, ExitCode> work)
    {
        RankNeeds.RequireEngine(launch.By);
        var ports = TcpRankStore.Serve(launch, [.. Environment.GetCommandLineArgs().Skip(1)]);
        using var leader = new RankLeader(launch, ports, context.Screen, context.Get<TimeProvider>())
        {
            Command = command,
            Leave = ProcessEnd.Now,
            Tell = context.Terminal.Error,
            StopAsked = interruption.Ask,
        }.Start();
        try
        {
            var code = work(leader);
            leader.End(code);
            return code;
        }
        catch (FrameworkException e)
        {
            leader.End(e.ExitCode, e.Message);
            throw;
        }
    }

    /// <summary>Follows rank 0 to its end.</summary>
    /// <param name="settings">How this process computes.</param>
    /// <param name="runs">The folder of all runs.</param>
    /// <param name="load">Loads the experiment that the command line names; null where it names a run.</param>
    public ExitCode Follow(Func<RunSettings> settings, string runs, Func<Experiment>? load)
    {
        var isTied = Environment.GetEnvironmentVariable(Tether.Variable) == "1";
        using var interruption = new Interruption(context.Screen, say: false);
        context.Terminal.IsQuiet |= !isTied; // rank 0 says it on the same terminal; a tied process has a log of its own
        var (host, fault) = Prepare(runs, load, isTied ? context.Screen : new FollowerScreen(context.Screen, launch.Rank));
        RankNeeds.RequireEngine(launch.By);
        using var follower = new RankFollower(launch, Connect(fault), context.Terminal.Error, ProcessEnd.Now, context.Get<TimeProvider>());
        if (isTied)
            Tether.Tie(follower.Untie);
        using var asked = interruption.Token.Register(() => follower.AskToStop(interruption.ExitCode!.Value));
        FollowedRun? run = null;
        try
        {
            return fault is not null ? follower.Refuse(fault) : follower.Follow((order, ready, stop) =>
            {
                run ??= FollowedRun.Open(order, host!, Applied(settings()), stop);
                Train(run.Make(order.Unit, stop), order, ready, stop);
            });
        }
        finally
        {
            run?.Dispose();
        }
    }

    private void Train(UnitWork unit, RankOrder order, Action ready, CancellationToken stop)
    {
        ready();
        unit.Trainer.Fit(unit.Context with { Ranks = new RankPlace(launch.Rank, launch.Size, order.Store, order.Key) }, stop).Dispose();
    }

    private static RunSettings Applied(RunSettings settings)
    {
        if (settings.ComputeThreads is { } threads)
            torch.set_num_threads(threads);
        return settings;
    }

    /// <summary>Looks at the file before anybody is met: a mistake in it is everybody's, and no reason to wait for each other.</summary>
    private (FollowerHost? Host, FrameworkException? Fault) Prepare(string runs, Func<Experiment>? load, IRunScreen screen)
    {
        try
        {
            var hash = load?.Invoke().Hash;
            var time = context.Get<TimeProvider>();
            return (new FollowerHost(context.Get<ComponentCatalogue>(), file => context.Loader.Load(file, []).OrThrow(), new RunStore(runs, time), screen, time) { Hash = hash }, null);
        }
        catch (FrameworkException e)
        {
            return (null, e);
        }
    }

    private IRankStore Connect(FrameworkException? fault)
    {
        try
        {
            return TcpRankStore.Connect(launch, fault is null ? RankWatch.Arrival : Moment);
        }
        catch (ExperimentException) when (fault is not null)
        {
            throw fault;
        }
    }
}
