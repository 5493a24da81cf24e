// libtorch's random numbers belong to the process: two networks made at once would not begin with the same weights each time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
