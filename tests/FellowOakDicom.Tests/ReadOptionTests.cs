using System.Text;
using FellowOakDicom.Imaging;
using FellowOakDicom.IO;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom.Tests;

/// <summary>Reading less than all of a file.</summary>
public sealed class ReadOptionTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly byte[] _pixels = new byte[512 * 512 * 2];

    public ReadOptionTests()
    {
        new Random(3).NextBytes(_pixels);
        var dataset = Samples.Image(DicomTransferSyntax.ExplicitVRLittleEndian, 512, 512, 16);
        DicomPixelData.Create(dataset, newPixelData: true).AddFrame(new MemoryByteBuffer(_pixels));
        dataset.AddOrUpdate(new DicomOtherByte(DicomTag.DataSetTrailingPadding, 0, 0));
        new DicomFile(dataset).Save(_path);
    }

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(FileReadOption.Default, typeof(FileByteBuffer))]
    [InlineData(FileReadOption.ReadLargeOnDemand, typeof(FileByteBuffer))]
    [InlineData(FileReadOption.ReadAll, typeof(MemoryByteBuffer))]
    public void Open_LargePixelData_GivesThemAllWithWhatFollows(FileReadOption option, Type buffer)
    {
        var file = DicomFile.Open(_path, option);

        var frame = DicomPixelData.Create(file.Dataset).GetFrame(0);

        Assert.IsType(buffer, frame);
        Assert.Equal(_pixels, frame.Data);
        Assert.False(file.IsPartial);
        Assert.True(file.Dataset.Contains(DicomTag.DataSetTrailingPadding));
    }

    [Fact]
    public void Open_SkipLargeTags_LeavesPixelDataOut()
    {
        var file = DicomFile.Open(_path, FileReadOption.SkipLargeTags);

        Assert.True(file.IsPartial);
        Assert.False(file.Dataset.Contains(DicomTag.PixelData));
        Assert.True(file.Dataset.Contains(DicomTag.DataSetTrailingPadding));
        Assert.Equal(512, file.Dataset.GetSingleValue<int>(DicomTag.Rows));
    }

    [Fact]
    public void Open_LimitGiven_TellsLargeFromSmall()
    {
        Assert.IsType<MemoryByteBuffer>(DicomPixelData.Create(DicomFile.Open(_path, FileReadOption.ReadAll, 1000).Dataset).GetFrame(0));
        Assert.False(DicomFile.Open(_path, FileReadOption.SkipLargeTags, 16).Dataset.Contains(DicomTag.StudyInstanceUID));
        Assert.True(DicomFile.Open(_path, FileReadOption.SkipLargeTags, 1_000_000).Dataset.Contains(DicomTag.PixelData));
    }

    [Fact]
    public void Open_Stop_EndsBeforeTheElement()
    {
        var seen = new List<(DicomTag? Previous, DicomTag Tag, int Depth)>();

        var file = DicomFile.Open(_path, Encoding.ASCII, state =>
        {
            seen.Add((state.PreviousTag, state.Tag, state.SequenceDepth));
            return state.Tag == DicomTag.PixelData;
        });

        Assert.True(file.IsPartial);
        Assert.False(file.Dataset.Contains(DicomTag.PixelData));
        Assert.Equal((null, DicomTag.SOPClassUID, 0), seen[0]);
        Assert.Equal((DicomTag.PixelRepresentation, DicomTag.PixelData, 0), seen[^1]);
    }

    [Fact]
    public void GetByteRange_OnDemand_ReadsIntoTheArrayGiven()
    {
        var output = new byte[100];

        DicomPixelData.Create(DicomFile.Open(_path).Dataset).GetFrame(0).GetByteRange(1000, 100, output);

        Assert.Equal(_pixels[1000..1100], output);
    }

    [Fact]
    public void Data_FileCutSinceItWasOpened_SaysSo()
    {
        var frame = DicomPixelData.Create(DicomFile.Open(_path).Dataset).GetFrame(0);
        using (var file = File.OpenWrite(_path))
            file.SetLength(5000);

        var error = Assert.Throws<DicomIoException>(() => frame.Data);

        Assert.StartsWith($"{_path}: the file ends at byte 5,000; bytes up to ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_Stream_ReadsFromWhereItStands(bool canSeek)
    {
        using var content = new MemoryStream([9, 9, 9, .. File.ReadAllBytes(_path)]) { Position = 3 };
        using var stream = canSeek ? content : (Stream)new OneWayStream(content);

        var dataset = DicomFile.Open(stream).Dataset;

        Assert.Equal(_pixels, DicomPixelData.Create(dataset).GetFrame(0).Data);
    }

    [Fact]
    public void Open_StreamOnDemand_ReadsWhenAskedFor()
    {
        using var stream = File.OpenRead(_path);
        var frame = DicomPixelData.Create(DicomFile.Open(stream, FileReadOption.ReadLargeOnDemand).Dataset).GetFrame(0);

        Assert.IsType<StreamByteBuffer>(frame);
        Assert.Equal(_pixels, frame.Data);
    }

    [Fact]
    public void Open_HeaderOnly_ReadsASmallPartOfTheFile()
    {
        using var counting = new OneWayStream(File.OpenRead(_path), seekable: true);

        DicomFile.Open(counting, FileReadOption.SkipLargeTags);

        Assert.InRange(counting.BytesRead, 1, 50_000);
    }

    [Fact]
    public void Open_HeaderOnly_AllocatesLittle()
    {
        DicomFile.Open(_path, FileReadOption.SkipLargeTags);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
            DicomFile.Open(_path, FileReadOption.SkipLargeTags);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 8_000, 20_000); // 8 KB are the first bytes of the file
    }

    private sealed class OneWayStream(Stream inner, bool seekable = false) : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => seekable;

        public override bool CanWrite => false;

        public override long Length => seekable ? inner.Length : throw new NotSupportedException();

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, Math.Min(count, 4096));
            BytesRead += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
