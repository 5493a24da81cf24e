using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Framework.Components.Training.Schedules;
using Framework.Sdk;
using Framework.Tests.Shared;

namespace Framework.Components.Tests.Training;

/// <summary>Schedules beside PyTorch's own, stepped as its manual says.</summary>
public sealed class TorchScheduleTests
{
    private const int Count = 60;

    public static TheoryData<string, string, ISchedule> OneCycles => new()
    {
        { "default", "", new OneCycleSchedule(new()) },
        { "linear", ", pct_start=0.21, anneal_strategy='linear', div_factor=10, final_div_factor=100", new OneCycleSchedule(new() { PctStart = 0.21, Anneal = Anneal.Linear, DivFactor = 10, FinalDivFactor = 100 }) },
        { "three phases", ", pct_start=0.4, three_phase=True", new OneCycleSchedule(new() { PctStart = 0.4, ThreePhase = true }) },
    };

    [PythonTheory("torch")]
    [MemberData(nameof(OneCycles))]
    public void OneCycle_EveryStep_EqualsPyTorchs(string name, string options, ISchedule schedule)
    {
        var expected = Rates($"torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=1.0, total_steps={Count}, cycle_momentum=False{options})", "scheduler.step()");

        // Four epochs of 15 steps; and the same when epochs are what is counted.
        AssertEqual(name, expected, step => schedule.Factor(new ScheduleMoment(step, 15, 4)));
        AssertEqual(name, expected, step => schedule.Factor(new ScheduleMoment(step, 17, 99) { Steps = Count }));
    }

    [PythonFact("torch")]
    public void OneCycle_PerEpoch_StaysThroughAnEpochAndEqualsPyTorchs()
    {
        var expected = Rates($"torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=1.0, total_steps={Count}, cycle_momentum=False)", "scheduler.step()");
        var schedule = new OneCycleSchedule(new() { Per = Pace.Epoch });

        AssertEqual("first step", expected, epoch => schedule.Factor(new ScheduleMoment(epoch * 7L, 7, Count)));
        AssertEqual("last step", expected, epoch => schedule.Factor(new ScheduleMoment((epoch * 7L) + 6, 7, Count)));
    }

    [PythonFact("torch")]
    public void Cosine_PerStepAndPerEpoch_EqualsPyTorchs()
    {
        var expected = Rates($"torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max={Count}, eta_min=0.05)", "scheduler.step()");

        AssertEqual("step", expected, step => new CosineSchedule(new() { Floor = 0.05 }).Factor(new ScheduleMoment(step, 20, 3)));
        AssertEqual("epoch", expected, epoch => new CosineSchedule(new() { Floor = 0.05, Per = Pace.Epoch }).Factor(new ScheduleMoment((epoch * 3L) + 2, 3, Count)));
    }

    [PythonFact("torch")]
    public void CosineRestarts_PerStep_EqualsPyTorchsWithPartsOfEpochs()
    {
        var expected = Rates("torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=2, T_mult=2, eta_min=0.01)", "scheduler.step((i + 1) / 4)");

        AssertEqual("step", expected, step => new CosineRestartsSchedule(new() { Epochs = 2, Growth = 2, Floor = 0.01, Per = Pace.Step }).Factor(new ScheduleMoment(step, 4, 15)));
    }

    public static TheoryData<string, PlateauOptions, bool> Plateaus => new()
    {
        { "mode='min', patience=2, factor=0.5", new() { Patience = 2, Factor = 0.5 }, false },
        { "mode='max', patience=1, factor=0.3, cooldown=3, min_lr=0.002", new() { Patience = 1, Factor = 0.3, Cooldown = 3, Floor = 0.002 }, true },
        { "mode='min', patience=0, threshold=0.05, threshold_mode='abs'", new() { Patience = 0, Threshold = 0.05, ThresholdMode = ThresholdMode.Absolute }, false },
        { "mode='max', patience=3, threshold=0.1, threshold_mode='rel', cooldown=1", new() { Patience = 3, Threshold = 0.1, Cooldown = 1 }, true },
    };

    [PythonTheory("torch")]
    [MemberData(nameof(Plateaus))]
    public void Plateau_ScoresDrawnAtRandom_EqualsPyTorchs(string options, PlateauOptions own, bool higherIsBetter)
    {
        var random = new RandomStream(3);
        double[] scores = [.. Enumerable.Range(0, Count).Select(i => i % 11 == 5 ? double.NaN : (Math.Sin(i / 7.0) * 0.2) + random.Normal() * 0.1)];
        var list = string.Join(", ", scores.Select(score => double.IsNaN(score) ? "float('nan')" : score.ToString("R", CultureInfo.InvariantCulture)));
        var expected = Rates($"torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, eps=0, {options})", $"scheduler.step([{list}][i])");

        AssertEqual(options, expected, epoch => new PlateauSchedule(own).Factor(new ScheduleMoment(epoch * 5L, 5, Count) { Validation = new ScoreHistory(scores[..epoch], higherIsBetter) }));
        Assert.True(expected.Distinct().Count() > 2, "the scores of this test never drop the learning rate");
    }

    [Fact]
    public void Plateau_WithoutValidation_SaysWhatToDo()
    {
        var error = Assert.Throws<ExperimentException>(() => new PlateauSchedule(new()).Factor(new ScheduleMoment(0, 5, 5)));

        Assert.Equal("'plateau' follows the validation score, and there is no validation part. Give the split a 'validate' share, or use another schedule such as cosine.", error.Message);
    }

    private static void AssertEqual(string name, double[] expected, Func<int, double> factor)
    {
        Assert.Equal(Count, expected.Length);
        for (var i = 0; i < Count; i++)
            Assert.True(Math.Abs(expected[i] - factor(i)) <= 1e-12 + (1e-9 * Math.Abs(expected[i])), $"{name}, {i}: {expected[i]:R} and {factor(i):R}");
    }

    /// <summary>The learning rate before each of the calls of <paramref name="step"/>, from 1.</summary>
    private static double[] Rates(string scheduler, string step)
    {
        var program = $"""
            import json, torch, warnings
            warnings.simplefilter("ignore")
            optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
            scheduler = {scheduler}
            rates = []
            for i in range({Count}):
                rates.append(optimizer.param_groups[0]["lr"])
                optimizer.step()
                if i < {Count} - 1:
                    {step}
            print(json.dumps(rates))
            """;
        using var process = Process.Start(new ProcessStartInfo(PythonModules.Python, ["-c", program]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.GetAwaiter().GetResult());
        return JsonSerializer.Deserialize<double[]>(output)!;
    }
}
