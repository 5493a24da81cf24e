using System.Reflection;

[assembly: AssemblyCulture("fr")]
