namespace FellowOakDicom;

/// <summary>A value breaks the rules of its value representation.</summary>
public class DicomValidationException : DicomDataException
{
    private readonly string _rule;

    public DicomValidationException(string content, DicomVR vr, string message)
        : base(message)
    {
        Content = content;
        VR = vr;
        _rule = message;
    }

    public string Content { get; }

    public DicomVR VR { get; }

    public override string Message => $"'{Content}' is not a valid {VR.Code} ({VR.Name}): {_rule}";
}
