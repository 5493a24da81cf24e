namespace Framework.Torch.Tests;

/// <summary>Tests of the memory of the process, which others would disturb.</summary>
[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
