package dev.lindy.activities.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.output.FindingsFile;
import dev.lindy.document.WholeRecord;
import dev.lindy.payload.Payloads;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Verdict;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Verdicts of one run by module, gate and tree: the same question is not paid for twice. */
public final class VerdictStore {

    private final Path folder;
    private final ObjectMapper json = Payloads.mapper();

    public VerdictStore(RunFolder run) {
        folder = run.verdicts();
    }

    /** Broken verdicts are never kept: they say nothing about the tree. */
    public void put(String module, String gate, String tree, GateVerdict verdict) {
        if (verdict.verdict() == Verdict.BROKEN) {
            return;
        }
        try {
            PrivateFiles.write(file(module, gate, tree), json.writeValueAsBytes(verdict));
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep the verdict of gate `" + gate + "`", e);
        }
    }

    public Optional<GateVerdict> find(String module, String gate, String tree) {
        Path file = file(module, gate, tree);
        try {
            return Optional.of(WholeRecord.require(json.readValue(Files.readAllBytes(file), GateVerdict.class)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException damaged) {
            // as good as none: it is made again
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + file + "`", e);
        }
    }

    /** Keeps what failed, for comparison with what fails on another tree; put before the verdict itself. */
    void keep(String module, String gate, String tree, Findings findings) {
        new FindingsFile(findings, List.of()).write(FindingsFile.beside(file(module, gate, tree)));
    }

    /** What failed on this tree; nothing where it was not kept. */
    Optional<Findings> findings(String module, String gate, String tree) {
        return FindingsFile.read(FindingsFile.beside(file(module, gate, tree))).map(FindingsFile::findings);
    }

    private Path file(String module, String gate, String tree) {
        return folder.resolve(tree).resolve(FileNames.of(module + " " + gate) + ".json");
    }
}
