namespace Framework.Components.Controls;

/// <summary>A source whose images are changed as they are loaded. It says nothing of files: what becomes of it is not kept.</summary>
internal sealed class ChangedSource(IDataSource source, ITransform change) : IDataSource
{
    public DataIndex Index(IndexContext context) => source.Index(context);

    public Sample Load(Case item, SampleWorkspace workspace) =>
        change.Apply(source.Load(item, workspace), new TransformContext(workspace, new RandomStream(item.RandomKey), Phase.Evaluate));
}
