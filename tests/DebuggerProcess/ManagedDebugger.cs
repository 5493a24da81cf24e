using System.Globalization;
using System.Runtime.InteropServices;

namespace Framework.DebuggerProcess;

/// <summary>A managed debugger that lets everything go on: .NET's own debugging interface (<c>mscordbi</c>), as Visual Studio Code's debugger uses it, and nothing on top.</summary>
internal sealed unsafe class ManagedDebugger : IDisposable
{
    private const int DebuggerVersion = 4; // CorDebugVersion_4_0
    private const int LibraryLoaded = 1; // DLL_PROCESS_ATTACH

    // Places in the tables of ICorDebug and ICorDebugController, behind the three of IUnknown.
    private const int Release = 2;
    private const int Initialize = 3;
    private const int Terminate = 4;
    private const int SetManagedHandler = 5;
    private const int DebugActiveProcess = 8;
    private const int Stop = 3;
    private const int Detach = 9;

    private static readonly Guid Interface = new("3d6f5f61-7538-11d3-8d5b-00104b35e7ef");

    private readonly void* _debugging;
    private readonly void* _process;

    private ManagedDebugger(void* debugging, void* process)
    {
        _debugging = debugging;
        _process = process;
    }

    /// <summary>Attaches to a process of this very version of .NET.</summary>
    public static ManagedDebugger Attach(int process)
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var library = NativeLibrary.Load(Path.Combine(runtime, "libmscordbi.so"));
        // What Windows would call by itself; the interface's memory and threads are set up there.
        ((delegate* unmanaged<nint, int, nint, int>)NativeLibrary.GetExport(library, "DllMain"))(library, LibraryLoaded, 0);
        void* made;
        fixed (char* access = Path.Combine(runtime, "libmscordaccore.so"))
            Check("CoreCLRCreateCordbObject3", ((delegate* unmanaged<int, int, char*, char*, nint, void**, int>)NativeLibrary.GetExport(library, "CoreCLRCreateCordbObject3"))(DebuggerVersion, process, null, access, RuntimeOf(process), &made));
        var id = Interface;
        void* debugging;
        Check("QueryInterface", ((delegate* unmanaged<void*, Guid*, void**, int>)Method(made, 0))(made, &id, &debugging));
        Check("Initialize", ((delegate* unmanaged<void*, int>)Method(debugging, Initialize))(debugging));
        Check("SetManagedHandler", ((delegate* unmanaged<void*, void*, int>)Method(debugging, SetManagedHandler))(debugging, EventHandler.Make()));
        void* attached;
        Check("DebugActiveProcess", ((delegate* unmanaged<void*, int, int, void**, int>)Method(debugging, DebugActiveProcess))(debugging, process, 0, &attached));
        return new ManagedDebugger(debugging, attached);
    }

    /// <summary>Lets go of the process, which goes on.</summary>
    public void Dispose()
    {
        // It may have ended by now.
        _ = ((delegate* unmanaged<void*, uint, int>)Method(_process, Stop))(_process, uint.MaxValue);
        _ = ((delegate* unmanaged<void*, int>)Method(_process, Detach))(_process);
        _ = ((delegate* unmanaged<void*, uint>)Method(_process, Release))(_process);
        _ = ((delegate* unmanaged<void*, int>)Method(_debugging, Terminate))(_debugging);
    }

    /// <summary>A method of a COM object by its place in the table.</summary>
    internal static void* Method(void* instance, int place) => (*(void***)instance)[place];

    // Where the runtime lies in the memory of the process.
    private static nint RuntimeOf(int process) => nint.Parse(
        File.ReadLines($"/proc/{process}/maps").First(line => line.EndsWith("/libcoreclr.so", StringComparison.Ordinal)).Split('-')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static void Check(string call, int result)
    {
        if (result < 0)
            throw new InvalidOperationException($"{call} gave 0x{result:x8}.");
    }

    /// <summary>The object that is told of everything that happens, and says each time that the process is to go on.</summary>
    private static class EventHandler
    {
        private const int Continue = 4;
        private const int NoInterface = unchecked((int)0x80004002);

        // ICorDebugManagedCallback has 26 methods and ICorDebugManagedCallback2 has 8.
        private const int Methods = 3 + 26;

        private static readonly Guid[] Known = [new("00000000-0000-0000-c000-000000000046"), new("3d6f5f60-7538-11d3-8d5b-00104b35e7ef"), new("250e5eea-db5c-4c76-b6f3-8c46f12e3203")];

        public static void* Make()
        {
            var table = (void**)NativeMemory.Alloc(Methods, (nuint)sizeof(void*));
            table[0] = (delegate* unmanaged<void*, Guid*, void**, int>)&Query;
            table[1] = table[2] = (delegate* unmanaged<void*, uint>)&Count;
            // Every event's first argument is the process or a domain in it, either of which can be told to go on; further arguments are the caller's business.
            for (var place = 3; place < Methods; place++)
                table[place] = (delegate* unmanaged<void*, void*, int>)&GoOn;
            var instance = (void**)NativeMemory.Alloc((nuint)sizeof(void*));
            *instance = table;
            return instance;
        }

        [UnmanagedCallersOnly]
        private static int Query(void* self, Guid* id, void** found)
        {
            var isKnown = Array.IndexOf(Known, *id) >= 0;
            *found = isKnown ? self : null;
            return isKnown ? 0 : NoInterface;
        }

        [UnmanagedCallersOnly]
        private static uint Count(void* self) => 1; // it lives as long as this process

        [UnmanagedCallersOnly]
        private static int GoOn(void* self, void* controller) => controller is null ? 0 : ((delegate* unmanaged<void*, int, int>)Method(controller, Continue))(controller, 0);
    }
}
