using Framework.Sdk.Testing;

namespace Study.Assembly.Tests;

public sealed class StudyNamePluginTests : PluginContract<StudyNamePlugin>;
