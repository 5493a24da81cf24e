namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>A side and the grade that it has.</summary>
/// <param name="Side">1 left, 2 right, 3 both; 0 where none is named.</param>
/// <param name="Grade">0 to 3; null where none is named.</param>
internal readonly record struct Graded(int Side, int? Grade);
