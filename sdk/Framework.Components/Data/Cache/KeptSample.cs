namespace Framework.Components.Data.Cache;

/// <summary>Everything of a kept sample but its values, and the files it was made of.</summary>
internal sealed record KeptSample(IReadOnlyList<FileStamp> Files, IReadOnlyList<KeptImage> Images, IReadOnlyList<Box> Boxes, IReadOnlyList<Landmark> Landmarks)
{
    /// <summary>Describes a sample; reads its values for the smallest type they fit.</summary>
    public static KeptSample Of(Sample sample, IReadOnlyList<FileStamp> files) => new(
        files,
        [.. sample.Images.Select(pair => new KeptImage(pair.Name, pair.Image.Shape.ToArray(), pair.Image.Geometry, pair.Image.Encoding, PixelValues.Smallest(pair.Image.Pixels), pair.Image.Instances, pair.Image.Places))],
        sample.Boxes,
        sample.Landmarks);

    public void Write(BinaryWriter writer)
    {
        WriteList(writer, Files, file =>
        {
            writer.Write(file.Size);
            writer.Write(file.Written);
            writer.Write((ulong)(file.Content >> 64));
            writer.Write((ulong)file.Content);
        });
        WriteList(writer, Images, image => WriteImage(writer, image));
        WriteList(writer, Boxes, box =>
        {
            writer.Write(box.Label);
            WriteAffine(writer, box.Extent);
        });
        WriteList(writer, Landmarks, landmark =>
        {
            writer.Write(landmark.Name);
            writer.Write(landmark.Place.X);
            writer.Write(landmark.Place.Y);
            writer.Write(landmark.Place.Z);
        });
    }

    public static KeptSample Read(BinaryReader reader) => new(
        ReadList(reader, () => new FileStamp(reader.ReadInt64(), reader.ReadInt64(), new UInt128(reader.ReadUInt64(), reader.ReadUInt64()))),
        ReadList(reader, () => ReadImage(reader)),
        ReadList(reader, () => new Box(reader.ReadString(), ReadAffine(reader))),
        ReadList(reader, () => new Landmark(reader.ReadString(), new PatientPoint(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()))));

    private static void WriteImage(BinaryWriter writer, KeptImage image)
    {
        writer.Write(image.Name);
        writer.Write((byte)image.Type);
        WriteList(writer, image.Shape, writer.Write);
        WriteAffine(writer, image.Geometry);
        writer.Write(image.Encoding.Slope);
        writer.Write(image.Encoding.Intercept);
        writer.Write(image.Encoding.BitsStored);
        writer.Write(image.Encoding.Signed);
        writer.Write(image.Encoding.Modality);
        writer.Write(image.Instances ?? 0);
        WriteList(writer, image.Places ?? [], place => WriteAffine(writer, place));
    }

    private static KeptImage ReadImage(BinaryReader reader)
    {
        var (name, type) = (reader.ReadString(), (PixelType)reader.ReadByte());
        var (shape, geometry) = (ReadList(reader, reader.ReadInt32), ReadAffine(reader));
        var encoding = new PixelEncoding
        {
            Slope = reader.ReadDouble(),
            Intercept = reader.ReadDouble(),
            BitsStored = reader.ReadInt32(),
            Signed = reader.ReadBoolean(),
            Modality = reader.ReadString(),
        };
        var instances = reader.ReadInt32();
        var places = ReadList(reader, () => ReadAffine(reader));
        return new KeptImage(name, shape, geometry, encoding, type, instances > 0 ? instances : null, places.Length > 0 ? places : null);
    }

    private static void WriteAffine(BinaryWriter writer, Geometry geometry)
    {
        foreach (var value in geometry.Affine)
            writer.Write(value);
    }

    private static Geometry ReadAffine(BinaryReader reader)
    {
        var affine = new double[16];
        for (var i = 0; i < affine.Length; i++)
            affine[i] = reader.ReadDouble();
        return new Geometry(affine);
    }

    private static void WriteList<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items)
            write(item);
    }

    private static T[] ReadList<T>(BinaryReader reader, Func<T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (var i = 0; i < items.Length; i++)
            items[i] = read();
        return items;
    }
}
