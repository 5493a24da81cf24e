using Framework.Components.Data;

namespace Framework.Components.Tests.Data;

public sealed class StoredValuesTests
{
    [Theory]
    [InlineData(12, 11, false, 0xF123, 0x123)]   // bits above the stored ones are an overlay's
    [InlineData(12, 11, true, 0x0FFF, -1)]       // twelve-bit two's complement
    [InlineData(12, 11, true, 0xF7FF, 2047)]
    [InlineData(12, 15, false, 0xABC7, 0xABC)]   // stored in the upper bits
    [InlineData(16, 15, false, 65535, 65535)]
    [InlineData(16, 15, true, 65535, -1)]
    public void Decode_SixteenBits_KeepsStoredBitsAndSign(int stored, int high, bool signed, int raw, float expected)
    {
        // 37 pixels: whole vectors and a rest.
        var bytes = Enumerable.Repeat(BitConverter.GetBytes((ushort)raw), 37).SelectMany(pair => pair).ToArray();
        Assert.All(Decode(bytes, 37, stored, high, signed), value => Assert.Equal(expected, value));
    }

    [Theory]
    [InlineData(8, 7, false, 200, 200)]
    [InlineData(8, 7, true, 200, -56)]
    [InlineData(4, 3, false, 0xF5, 5)]
    public void Decode_EightBits_KeepsStoredBitsAndSign(int stored, int high, bool signed, byte raw, float expected) =>
        Assert.Equal([expected], Decode([raw], 1, stored, high, signed));

    [Theory]
    [InlineData(false, 0, 4095)]
    [InlineData(false, 4095, 0)]
    [InlineData(true, 0, -1)]
    [InlineData(true, 2047, -2048)]
    public void Decode_Monochrome1_IsTurnedOver(bool signed, int raw, float expected) =>
        Assert.Equal([expected], Decode(BitConverter.GetBytes((ushort)raw), 1, 12, 11, signed, inverted: true));

    private static float[] Decode(byte[] bytes, int pixels, int stored, int high, bool signed, bool inverted = false)
    {
        var values = new float[pixels];
        StoredValues.Decode(bytes, values, new SliceLayout
        {
            Rows = 1,
            Columns = pixels,
            BitsAllocated = bytes.Length / pixels * 8,
            BitsStored = stored,
            HighBit = high,
            Signed = signed,
            Inverted = inverted,
        });
        return values;
    }
}
