// One of several processes that fill and read one cache: CacheProcess FILES CACHE SEED ROUNDS
// Goes through all cases in an order of its own, ROUNDS times, and compares every sample with what its file says.
// Ends with code 1 at the first difference, or where the cache warned of anything; says how many files it had to read.
using System.Globalization;
using Framework.CacheProcess;
using Framework.Components.Data.Cache;
using Framework.Sdk;

var source = new RawFiles(args[0]);
var random = new Random(int.Parse(args[2], CultureInfo.InvariantCulture));
var warnings = new List<string>();
using var cache = new SampleCache(new CacheOptions { Folder = args[1], Size = new ByteSize(100_000_000_000) }, TimeProvider.System, warnings.Add);
var pipeline = new SamplePipeline(source, [], new RandomStream(5)) { Cache = new HeadCache(cache, source, new HeadKeys("head", "head")) };
for (var round = 0; round < int.Parse(args[3], CultureInfo.InvariantCulture); round++)
{
    var order = source.Cases.ToArray();
    random.Shuffle(order);
    foreach (var item in order)
    {
        using var workspace = new SampleWorkspace();
        if (pipeline.Load(item, Phase.Train, 0, workspace).Image.Pixels.SequenceEqual(source.Pixels(item)))
            continue;
        Console.Error.WriteLine($"{item.Id}: the sample is not what its file says");
        return 1;
    }
}

foreach (var warning in warnings)
    Console.Error.WriteLine(warning);
Console.WriteLine(source.Loaded.ToString(CultureInfo.InvariantCulture));
return warnings.Count == 0 ? 0 : 1;
