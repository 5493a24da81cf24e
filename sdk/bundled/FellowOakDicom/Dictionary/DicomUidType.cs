namespace FellowOakDicom;

/// <summary>What an identifier stands for.</summary>
public enum DicomUidType
{
    TransferSyntax = 0,
    SOPClass = 1,
    MetaSOPClass = 2,
    ServiceClass = 3,
    SOPInstance = 4,
    ApplicationContextName = 5,
    ApplicationHostingModel = 6,
    CodingScheme = 7,
    FrameOfReference = 8,
    LDAP = 9,
    MappingResource = 10,
    ContextGroupName = 11,
    Unknown = 12,
}
