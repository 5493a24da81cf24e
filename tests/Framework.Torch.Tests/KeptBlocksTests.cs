using System.Globalization;
using static TorchSharp.torch;

namespace Framework.Torch.Tests;

/// <summary>Memory of tensors that have gone waits for the next of their size, and takes no more room than tensors had at one time.</summary>
[Collection(nameof(OneAtATime))]
public sealed class KeptBlocksTests
{
    private const long Million = 1 << 20;

    [Fact]
    public void Tensor_OfTheSizeOfOneThatIsGone_HasItsMemory()
    {
        const long Odd = (35 * Million) + 4096;
        using var larger = empty([4 * Odd]); // what waits may be as much as was ever in use at one time
        var before = Address(Odd);

        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(before, Address(Odd)));
        full([Odd], 7f).Dispose();
        using var next = empty([Odd]);
        Assert.Equal(7f, next[Odd - 1].item<float>()); // the kernel would have cleared it
    }

    [Fact]
    public void Tensors_OfGrowingSizesOneAfterAnother_TakeTheRoomOfTheLargest()
    {
        var before = Resident();
        for (var size = 64; size <= 256; size += 24)
            ones([size * Million]).Dispose(); // 0.25 to 1 GiB, 5.6 GiB in all

        Assert.InRange(Resident() - before, long.MinValue, 2048 * Million);
    }

    [Fact]
    public void Tensors_FromManyThreads_HoldWhatWasWrittenToThem()
    {
        Parallel.For(0, 64, number =>
        {
            for (var round = 0; round < 20; round++)
            {
                using var mine = full([(1 + ((number + round) % 5)) * Million], (float)number);
                using var other = full([Million], (float)-number);
                Assert.Equal(number, mine.min().item<float>());
                Assert.Equal(number, mine.max().item<float>());
            }
        });
    }

    [Fact]
    public void Tensor_LargerThanTheMachine_IsRefusedAndNothingElseSuffers()
    {
        var error = Assert.ThrowsAny<Exception>(() => empty([1L << 46]));

        Assert.Contains("allocate memory", error.Message, StringComparison.Ordinal);
        using var next = ones([16 * Million]);
        Assert.Equal(16.0 * Million, next.sum().item<float>());
    }

    private static IntPtr Address(long elements)
    {
        using var tensor = empty([elements]);
        return Pointer(tensor);
    }

    private static unsafe IntPtr Pointer(Tensor tensor)
    {
        fixed (byte* first = tensor.bytes)
            return (IntPtr)first;
    }

    private static long Resident() => 1024 * long.Parse(
        File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
