// Attaches a managed debugger to a process, and lets go of it when the input ends: DebuggerProcess PID
using System.Globalization;
using Framework.DebuggerProcess;

using var debugger = ManagedDebugger.Attach(int.Parse(args[0], CultureInfo.InvariantCulture));
Console.WriteLine("attached");
Console.In.ReadToEnd();
