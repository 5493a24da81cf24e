namespace Framework.Torch.Tests;

/// <summary>Tests of what the whole process shares, its memory and its random numbers, which others would disturb.</summary>
[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
