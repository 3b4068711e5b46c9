package dev.lindy.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The words that put a program into a session of its own with default signal handling, without another
 * process in between: the pid that starts them is the program's.
 */
record HostTools(List<String> ownSession) {

    /** Also what tells a failed {@code exec} from a program that ends with 126 or 127 by itself. */
    private static final List<String> EXEC_FAILURES = List.of("setsid: ", "lindy: ");

    private static final String PERL = """
            use POSIX ();
            $SIG{$_} = "DEFAULT" for qw(HUP INT QUIT TERM PIPE);
            POSIX::setsid();
            exec { $ARGV[0] } @ARGV;
            print STDERR "lindy: cannot execute $ARGV[0]: $!\\n";
            exit 127;
            """;

    HostTools {
        ownSession = List.copyOf(ownSession);
    }

    static HostTools ofHost() {
        Optional<Path> setsid = Executables.tool("setsid");
        Optional<Path> perl = Executables.tool("perl");
        Optional<Path> env = Executables.tool("env").filter(HostTools::resetsSignals);
        if (setsid.isPresent() && env.isPresent()) {
            return withSetsid(env.get(), setsid.get());
        }
        if (perl.isPresent()) {
            return withPerl(perl.get());
        }
        return new HostTools(List.of(setsid.orElseThrow(
                        () -> new IllegalStateException("neither `setsid` nor `perl` is installed; one is needed"))
                .toString()));
    }

    static HostTools withSetsid(Path env, Path setsid) {
        return new HostTools(List.of(env.toString(), "--default-signal", setsid.toString()));
    }

    static HostTools withPerl(Path perl) {
        return new HostTools(List.of(perl.toString(), "-e", PERL, "--"));
    }

    static boolean isExecFailure(int exitCode, String stderr) {
        return (exitCode == 126 || exitCode == 127) && EXEC_FAILURES.stream().anyMatch(stderr::startsWith);
    }

    private static boolean resetsSignals(Path env) {
        try {
            Process probe = new ProcessBuilder(env.toString(), "--default-signal", "true")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
