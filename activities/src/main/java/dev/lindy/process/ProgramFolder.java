package dev.lindy.process;

import dev.lindy.process.ProgramEnd.Reason;
import dev.lindy.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of one record. Whoever reads them knows the program's state; no process holds any of it.
 *
 * <ul>
 *   <li>{@code record.json}: the spec and when it was asked for
 *   <li>{@code launch}: a launcher was started; its time is the file's
 *   <li>{@code claim/}: one launcher, or one that cancels, has the folder for itself
 *   <li>{@code pid}, {@code exit}, {@code limit}, {@code failed}: written by the launcher
 *   <li>{@code ending}: the reason for which we end the program, written before the first signal
 *   <li>{@code silent}: nobody is to be told of the end
 *   <li>{@code waiter}: the process that waits for a program without owner
 *   <li>{@code end.json}: nothing is left of the program; the end has still to be told
 * </ul>
 */
record ProgramFolder(Path path) {

    ProgramKey key() {
        return new ProgramKey(path.getFileName().toString());
    }

    /** Names of all files; empty where the folder is gone. */
    Set<String> names() {
        String[] names = Objects.requireNonNullElse(path.toFile().list(), new String[0]);
        return Arrays.stream(names).collect(Collectors.toSet());
    }

    Path file(String name) {
        return path.resolve(name);
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    void mark(String name, String text) {
        PrivateFiles.replace(file(name), text + "\n");
    }

    void unmark(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete `" + file(name) + "`", e);
        }
    }

    Optional<StoredProgram> stored() {
        return RecordJson.read(file("record.json"), StoredProgram.class);
    }

    void store(StoredProgram program) {
        RecordJson.write(file("record.json"), program);
    }

    Optional<ProgramEnd> end() {
        return RecordJson.read(file("end.json"), ProgramEnd.class);
    }

    void end(ProgramEnd end) {
        RecordJson.write(file("end.json"), end);
    }

    /** False where a launcher, or one that cancels, was there first. */
    boolean claim() {
        return PrivateFiles.claim(file("claim"));
    }

    Optional<LaunchedProgram> launched() {
        return PrivateFiles.read(file("pid")).flatMap(text -> LaunchedProgram.parse(text, ProcessTable.ofHost()));
    }

    /** The exit status as a shell tells it; an empty file counts as missing. */
    Optional<Integer> exitCode() {
        return PrivateFiles.read(file("exit")).flatMap(ProgramFolder::number);
    }

    /** The first reason stands: a program is ended once. */
    void ending(Reason reason) {
        if (!has("ending")) {
            mark("ending", reason.name());
        }
    }

    Optional<Reason> ending() {
        return PrivateFiles.read(file("ending")).map(String::strip).flatMap(ProgramFolder::reason);
    }

    Optional<String> failure() {
        return PrivateFiles.read(file("failed")).map(String::strip);
    }

    /** When the file was last changed, or empty where there is none. */
    Optional<Instant> time(String name) {
        try {
            return Optional.of(Files.getLastModifiedTime(file(name)).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether a process waits for the end, which then needs no watch. */
    boolean isAwaited() {
        return PrivateFiles.read(file("waiter"))
                .map(text -> text.lines().toList())
                .filter(lines -> lines.size() == 2)
                .flatMap(lines -> number(lines.get(0)).map(pid -> new ProcessIdentity(pid, lines.get(1))))
                .filter(ProcessIdentity::isAlive)
                .isPresent();
    }

    void await(ProcessIdentity waiter) {
        mark("waiter", waiter.pid() + "\n" + waiter.startTime());
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Reason> reason(String text) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(text))
                .findFirst();
    }
}
