namespace Framework.Components.Tests.Transforms.Spatial;

/// <summary>Whatever way the voxels are made, they are what plain sampling makes.</summary>
public sealed class ResamplingTests
{
    public static TheoryData<Sampling, PaddingMode> Kinds
    {
        get
        {
            var kinds = new TheoryData<Sampling, PaddingMode>();
            foreach (var padding in Enum.GetValues<PaddingMode>())
            {
                foreach (var sampling in new[] { Sampling.Linear, Sampling.Nearest, Sampling.Cubic })
                    kinds.Add(sampling, padding);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Move_SlantedMapsOfVolumes_EqualPlainSampling(Sampling sampling, PaddingMode padding) => Check([2, 14, 17, 23], sampling, padding, random => Slanted(random, true));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Move_SlantedMapsOfSlices_EqualPlainSampling(Sampling sampling, PaddingMode padding) => Check([3, 31, 29], sampling, padding, random => Slanted(random, false));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Move_MapsAlongTheAxes_EqualPlainSampling(Sampling sampling, PaddingMode padding) => Check([2, 14, 17, 23], sampling, padding, AlongAxes);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Move_WholeVoxels_EqualPlainSampling(Sampling sampling, PaddingMode padding) => Check([2, 14, 17, 23], sampling, padding, Whole);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Move_ThinImages_EqualPlainSampling(Sampling sampling, PaddingMode padding)
    {
        foreach (int[] shape in (int[][])[[1, 1, 20], [1, 20, 1], [1, 1, 9, 12], [1, 5, 1, 12], [1, 5, 12, 1], [1, 1, 1, 1]])
            Check(shape, sampling, padding, random => Slanted(random, shape.Length == 4));
    }

    // Axes in every order and direction, then a slanted map: vectors gather from views whose rows do not lie as rows.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Move_TurnedThenMapped_EqualsPlainSamplingOfTheTurnedImage(Sampling sampling, PaddingMode padding)
    {
        var (workspace, random) = (new SampleWorkspace(), new RandomStream(5));
        var image = Reference.Random([1, 12, 14, 15], 3);
        foreach (var axes in Turns())
        {
            var turned = image.Move(SpatialChange.Turn(VoxelGrid.Of(image), axes), workspace);
            foreach (var map in new[] { Slanted(random, true), AlongAxes(random) })
            {
                var change = new SpatialChange(VoxelGrid.Of(turned), (16, 11, 9), map) { Sampling = sampling, Padding = new Padding(padding, 3) };
                AssertClose(Reference.Sample(turned, change), image.Move(SpatialChange.Turn(VoxelGrid.Of(image), axes), workspace).Move(change, workspace));
            }
        }
    }

    [Fact]
    public void Move_WithFourThreads_GivesTheSameBits()
    {
        var image = Reference.Random([1, 80, 90, 100], 4);
        foreach (var map in new[] { Slanted(new RandomStream(1), true), AlongAxes(new RandomStream(1)), Whole(new RandomStream(1)) })
        {
            var change = new SpatialChange(VoxelGrid.Of(image), (100, 90, 80), map) { Padding = Padding.Border };
            Assert.Equal(image.Move(change, new SampleWorkspace()).Pixels.ToArray(), image.Move(change, new SampleWorkspace(threads: 4)).Pixels.ToArray());
        }
    }

    // Far from the origin float32 places would be off by a tenth of a voxel; values there are exact on a straight line.
    [Fact]
    public void Move_LongRow_LosesNoPrecisionFarFromTheOrigin()
    {
        var image = new SampleWorkspace().Allocate([1, 4, 60000]);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = i % 60000 % 7;
        var change = new SpatialChange(VoxelGrid.Of(image), (59000, 3, 1), [1, 1e-9, 0, 0.25, 0, 1, 0, 0.5, 0, 0, 1, 0, 0, 0, 0, 1]);
        AssertClose(Reference.Sample(image, change), image.Move(change, new SampleWorkspace()));
    }

    private static void Check(int[] shape, Sampling sampling, PaddingMode padding, Func<RandomStream, double[]> draw)
    {
        var random = new RandomStream(17);
        for (var i = 0; i < 12; i++)
        {
            var image = Reference.Random(shape, (ulong)i);
            var size = (X: 5 + random.Next(25), Y: 5 + random.Next(20), Z: shape.Length == 4 ? 1 + random.Next(15) : 1);
            var change = new SpatialChange(VoxelGrid.Of(image), size, draw(random)) { Sampling = sampling, Padding = new Padding(padding, 3) };
            AssertClose(Reference.Sample(image, change), image.Move(change, new SampleWorkspace()));
        }
    }

    private static double[] Slanted(RandomStream random, bool volume)
    {
        var map = new double[16];
        for (var i = 0; i < 12; i++)
            map[i] = i % 4 == 3 ? random.Uniform(-3, 3) : random.Uniform(-0.3, 0.3) + (i % 5 == 0 ? 1 : 0);
        if (!volume)
            (map[2], map[6], map[8], map[9], map[10], map[11]) = (0, 0, 0, 0, 1, 0);
        map[15] = 1;
        return map;
    }

    private static double[] AlongAxes(RandomStream random)
    {
        var map = new double[16];
        for (var axis = 0; axis < 3; axis++)
            (map[axis * 5], map[(axis * 4) + 3]) = (random.Uniform(0.4, 1.8) * (random.Chance(0.5) ? -1 : 1), random.Uniform(-4, 14));
        map[15] = 1;
        return map;
    }

    private static double[] Whole(RandomStream random)
    {
        var turns = Turns().ToList();
        var map = new double[16];
        var turn = turns[random.Next(turns.Count)];
        for (var axis = 0; axis < 3; axis++)
        {
            map[(turn[axis].Axis * 4) + axis] = turn[axis].Reversed ? -1 : 1;
            map[(axis * 4) + 3] = random.Next(40) - 12;
        }

        map[15] = 1;
        return map;
    }

    private static IEnumerable<(int Axis, bool Reversed)[]> Turns() =>
        from x in Enumerable.Range(0, 3)
        from y in Enumerable.Range(0, 3)
        from z in Enumerable.Range(0, 3)
        where x != y && y != z && x != z
        from signs in Enumerable.Range(0, 8)
        select new[] { (x, (signs & 1) != 0), (y, (signs & 2) != 0), (z, (signs & 4) != 0) };

    private static void AssertClose(float[] expected, Image actual)
    {
        var pixels = actual.Pixels;
        Assert.Equal(expected.Length, pixels.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            if (Math.Abs(expected[i] - pixels[i]) > 2e-5)
                Assert.Fail($"voxel {i} of {string.Join(" x ", actual.Shape.ToArray())} is {pixels[i]}, and plain sampling gives {expected[i]}");
        }
    }
}
