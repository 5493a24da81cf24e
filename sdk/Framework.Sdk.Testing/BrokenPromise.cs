namespace Framework.Sdk.Testing;

/// <summary>A fact of a contract that does not hold.</summary>
/// <param name="Fact">The method's name: <c>Apply_SameSeed_GivesSameResult</c>.</param>
/// <param name="Reason">What it says.</param>
public sealed record BrokenPromise(string Fact, string Reason);
