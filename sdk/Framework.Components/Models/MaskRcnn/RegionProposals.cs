using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>The region proposal network (Ren et al. 2015, arXiv:1506.01497): boxes where there may be an object of any class.</summary>
internal sealed class RegionProposals : nn.Module
{
    private readonly ProposalHead head;
    private readonly AnchorGenerator _anchors;
    private readonly ProposalFilter _filter;
    private readonly ProposalLoss _loss;

    public RegionProposals(int channels, AnchorGenerator anchors, ProposalOptions options) : base(nameof(RegionProposals))
    {
        var coder = new BoxCoder(CentreWeight: 1, SizeWeight: 1);
        head = new ProposalHead(channels, anchors.PerPixel);
        _anchors = anchors;
        _filter = new ProposalFilter(options, coder);
        _loss = new ProposalLoss(options, coder);
        RegisterComponents();
    }

    /// <summary>The anchors of all levels and what the head says of them.</summary>
    /// <param name="pyramid">(image, channel, y, x) of each level.</param>
    /// <param name="padded">The padded image's size.</param>
    public AnchorScores Score(IReadOnlyList<Tensor> pyramid, PixelSize padded) =>
        AnchorScores.Of(_anchors.Generate(pyramid, padded), [.. pyramid.Select(head.call)]);

    /// <summary>The proposals (proposal, 4) of each image.</summary>
    public Tensor[] Propose(AnchorScores scores, PixelSize image) => _filter.Apply(scores, image, training);

    /// <summary>The losses <c>loss_objectness</c> and <c>loss_rpn_box_reg</c>.</summary>
    public (Tensor Objectness, Tensor Boxes) Losses(AnchorScores scores, IReadOnlyList<ImageObjects> truths) => _loss.Of(scores, truths);
}
