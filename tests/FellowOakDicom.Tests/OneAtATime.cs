namespace FellowOakDicom.Tests;

/// <summary>Tests of what belongs to the whole process: the number of live tensors, its memory, libtorch's generator. They run alone.</summary>
[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
