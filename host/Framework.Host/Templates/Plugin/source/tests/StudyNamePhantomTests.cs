using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Study.Assembly.Tests;

public sealed class StudyNamePhantomTests : PhantomContract
{
    protected override IPhantom Create() => new StudyNamePhantom(new StudyNamePhantomOptions());
}
