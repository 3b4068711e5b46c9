package dev.lindy.process;

import dev.lindy.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts long-lived processes of our own, the Temporal server and the Worker, that outlive whoever starts them. */
public final class DetachedProcess {

    private DetachedProcess() {}

    /**
     * Starts the command in a session of its own: neither the end of this process nor Ctrl-C reaches it.
     * Standard input is empty; output is appended to the log. It may have ended when this returns.
     *
     * @param env all of its environment; nothing is inherited
     * @throws UncheckedIOException if it cannot be started
     */
    public static ProcessIdentity start(List<String> command, Path cwd, Map<String, String> env, Path log) {
        String name = command.get(0);
        Path executable = Executables.find(name, env, cwd)
                .orElseThrow(() -> cannotStart(name, new IOException("it is not installed (looked in PATH)")));
        List<String> words = new ArrayList<>(HostTools.ofHost().ownSession());
        words.add(executable.toString());
        words.addAll(command.subList(1, command.size()));
        try {
            PrivateFiles.touch(log);
            return identity(builder(words, cwd, env, log).start());
        } catch (IOException e) {
            throw cannotStart(name, e);
        }
    }

    /** One that has ended already is an identity that is not alive: no process has that start time. */
    static ProcessIdentity identity(Process process) {
        return ProcessIdentity.of(process.pid()).orElse(new ProcessIdentity(process.pid(), "ended"));
    }

    private static ProcessBuilder builder(List<String> words, Path cwd, Map<String, String> env, Path log) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(cwd.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(env);
        return builder;
    }

    private static UncheckedIOException cannotStart(String name, IOException cause) {
        return new UncheckedIOException(
                new IOException("could not start `" + name + "`: " + cause.getMessage(), cause));
    }
}
