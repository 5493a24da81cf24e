namespace TorchSharp.Modules;

/// <summary>The numbers of one Adam or AdamW step.</summary>
internal readonly record struct AdamRates(double LearningRate, double Beta1, double Beta2, double Epsilon);
