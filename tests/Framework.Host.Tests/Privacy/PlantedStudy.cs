using System.Globalization;
using System.Text;
using FellowOakDicom;
using FellowOakDicom.Imaging;
using FellowOakDicom.IO.Buffer;
using Framework.Host.Tests.Runs;

namespace Framework.Host.Tests.Privacy;

/// <summary>A small real experiment on data full of identities: in headers, in paths, in every column of the table, and in rows that cannot be used.</summary>
internal sealed class PlantedStudy : IDisposable
{
    public const int Subjects = 24;
    private const int Size = 16;

    private const string Yaml = """
        name: planted
        seed: 3
        data:
          use: cohort
          on_error: quarantine
          root: hospital
          tables: [list.csv]
          subject: mrn
          case: accession
          site: clinic
          study: name
          images: { image: file }
          labels: { bleed: { column: finding, values: { present: 1, absent: 0 } } }
          attributes: [birthdate, scanner]
          exclude: [ { column: finding, is: [unclear], reason: unclear finding } ]
        split: { use: holdout, train: 0.5, validate: 0.25, test: 0.25 }
        stages:
          classify:
            model: { use: resnet, depth: 18, width: 8 }
            trainer: { use: supervised, epochs: 1, batch_size: 8, loss: { use: bce-with-logits }, optimizer: { use: adam, learning_rate: 1.0e-3 } }
        metrics: [ log-loss ]
        controls: [ prevalence ]
        """;

    private readonly TemporaryFolder _folder = new();

    public PlantedStudy()
    {
        _folder.Write("planted.yaml", Yaml);
        var table = new StringBuilder("mrn,name,birthdate,accession,clinic,file,finding,scanner\n");
        for (var i = 0; i < Subjects; i++)
        {
            var file = $"{Family(i)}_Given{i}/{Birth(i)}/IM{i}.dcm";
            Write(i, Path.Combine(Data, file));
            table.Append(CultureInfo.InvariantCulture, $"{Mrn(i)},\"{Family(i)}, Given{i}\",{Birth(i)},ACC-77{i:000},Klinik {Town(i)},{file},{(i % 2 == 0 ? "present" : "absent")},Alpha\n");
        }

        // An excluded row, one that leads nowhere, one of a subject at another site, one whose finding is somebody's name.
        table.Append("MRN-990001,\"Ausgeschlossen, Anna\",19500101,ACC-99001,Klinik Westheim,x.dcm,unclear,Alpha\n");
        table.Append("MRN-990002,\"Verschollen, Vera\",19500102,ACC-99002,Klinik Westheim,Verschollen_Vera/IM1.dcm,present,Alpha\n");
        table.Append(CultureInfo.InvariantCulture, $"{Mrn(0)},\"{Family(0)}, Given0\",{Birth(0)},ACC-99003,Klinik Anderswo,{Family(1)}_Given1/{Birth(1)}/IM1.dcm,present,Alpha\n");
        table.Append("MRN-990004,\"Vertauscht, Viktor\",19500104,ACC-99004,Klinik Westheim,y.dcm,Vertauscht^Viktor,Alpha\n");
        File.WriteAllText(Path.Combine(Data, "list.csv"), table.ToString());
    }

    public string Folder => _folder.Path;

    public string Data => Directory.CreateDirectory(_folder.File("hospital")).FullName;

    public string Run => Directory.GetDirectories(_folder.File("runs", "planted")).Single();

    public static string Family(int subject) => $"Mustermann{(char)('a' + subject)}";

    public static string Mrn(int subject) => string.Create(CultureInfo.InvariantCulture, $"MRN-4400{subject:00}");

    public static string Birth(int subject) => string.Create(CultureInfo.InvariantCulture, $"19{40 + subject}0{1 + (subject % 9)}17");

    public void Dispose() => _folder.Dispose();

    private static string Town(int subject) => subject % 3 == 0 ? "Nordstadt" : "Südhausen";

    private static void Write(int subject, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var dataset = new DicomDataset(DicomTransferSyntax.ExplicitVRLittleEndian);
        dataset.AddOrUpdate(DicomTag.SOPClassUID, DicomUID.CTImageStorage);
        dataset.AddOrUpdate(DicomTag.SOPInstanceUID, $"1.2.826.0.1.3680043.8.498.{5000 + subject}");
        dataset.AddOrUpdate(DicomTag.PatientName, $"{Family(subject)}^Given{subject}");
        dataset.AddOrUpdate(DicomTag.PatientID, Mrn(subject));
        dataset.AddOrUpdate(DicomTag.PatientBirthDate, Birth(subject));
        dataset.AddOrUpdate(DicomTag.Modality, "CT");
        foreach (var (tag, value) in new[] { (DicomTag.Rows, Size), (DicomTag.Columns, Size), (DicomTag.BitsAllocated, 8), (DicomTag.BitsStored, 8), (DicomTag.HighBit, 7), (DicomTag.SamplesPerPixel, 1), (DicomTag.PixelRepresentation, 0) })
            dataset.AddOrUpdate(tag, (ushort)value);
        dataset.AddOrUpdate(DicomTag.PhotometricInterpretation, "MONOCHROME2");
        var pixels = new byte[Size * Size];
        new Random(subject).NextBytes(pixels);
        DicomPixelData.Create(dataset, true).AddFrame(new MemoryByteBuffer(pixels));
        new DicomFile(dataset).Save(path);
    }
}
