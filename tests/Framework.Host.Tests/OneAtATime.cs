namespace Framework.Host.Tests;

/// <summary>Tests of what the whole machine shares, which others would disturb or be disturbed by.</summary>
[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
