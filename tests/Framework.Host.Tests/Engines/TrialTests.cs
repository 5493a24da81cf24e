using Framework.Host.Engines;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class TrialTests
{
    public static TheoryData<long, bool, double?, bool> Kinds => new()
    {
        { 44_700_000, true, 12.5, true },
        { 0, false, null, false },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_WhatWasWritten_IsTheSame(long model, bool trains, double? seconds, bool fits)
    {
        var trial = new Trial(model, trains, seconds) { Process = 300_000_000, Fitting = fits ? new FittingMemory { StateBytes = 200, Cases = 16, CaseBytes = 30 } : null };

        Assert.Equal(trial, Trial.Read(trial.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("44700000 trains 12.5")] // of an earlier version
    [InlineData("x trains 12.5 1 2 3 4")]
    public void Read_SomethingElse_IsNothing(string text) => Assert.Null(Trial.Read(text));

    [Fact]
    public void Need_OfAProcess_IsAllThatItHolds()
    {
        var fitting = new FittingMemory { StateBytes = 200, Cases = 16, CaseBytes = 30 };
        var loader = new LoaderMemory { Batches = 3, BatchBytes = 50, Cases = 2, CaseBytes = 7 };

        Assert.Equal(1000 + 200 + (16 * 30) + 150 + 14, (new Trial(1, true) { Process = 1000, Fitting = fitting }).Need(loader));
        Assert.Equal(1000, new Trial(1, true) { Process = 1000 }.Need(null));
        Assert.Equal("0.0 MB that stay and 16 cases at one time of 0.0 MB: 0.0 MB", fitting.ToString());
    }
}
