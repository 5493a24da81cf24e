namespace Framework.Components.Evaluation.Findings;

/// <summary>How the area under a curve of precision over recall is taken; precision is made to fall with recall before.</summary>
public enum CurveArea
{
    /// <summary>The mean precision at the 101 recalls 0, 0.01 ... 1, as COCO has it (Lin 2014).</summary>
    Coco,

    /// <summary>The area itself, as PASCAL VOC has had it since 2010.</summary>
    Voc,
}
