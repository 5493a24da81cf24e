using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Study.Assembly.Tests;

public sealed class CentroidTrainerTests : TrainerContract
{
    protected override ITrainer Create() => new CentroidTrainer(new CentroidOptions());
}
