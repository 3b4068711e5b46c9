package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code cargo test} and nextest; ids begin with the name of the test binary where it is told. */
public final class CargoLines implements LineReader {

    private final FindingsBuilder findings;
    private final RustPanics panics = new RustPanics();
    private final Map<String, RustPanics.Panic> failed = new LinkedHashMap<>();
    private String binary = "";
    private boolean listed;

    public CargoLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        panics.read(line);
        if (line.startsWith("     Running ") || line.startsWith("   Doc-tests ")) {
            binary = binary(line.strip());
        } else if (line.startsWith("test ") && line.endsWith(" ... FAILED")) {
            failed(line.substring(5, line.length() - " ... FAILED".length()));
        } else if (line.endsWith(" --- FAILED") && Words.indent(line) == 0) {
            failed(line.substring(0, line.length() - " --- FAILED".length()));
        } else if (line.startsWith("test result: ")) {
            ended(line.substring(line.indexOf(". ") + 2));
        } else if (line.equals("failures:")) {
            listed = true;
        } else if (listed && line.startsWith("    ") && line.indexOf(' ', 4) < 0) {
            failed(line.substring(4));
        } else if (!line.isEmpty()) {
            listed = false;
            nextest(line.strip());
        }
    }

    @Override
    public void end() {
        report();
    }

    private void failed(String name) {
        failed.putIfAbsent(name, RustPanics.NONE);
    }

    private void ended(String counts) {
        int bad = Words.countBefore(counts, "failed");
        findings.count(bad + Words.countBefore(counts, "passed"), bad, failed.size());
        report();
    }

    private void report() {
        failed.keySet().forEach(name -> {
            RustPanics.Panic panic = panics.of(name);
            findings.failed(binary.isEmpty() ? name : binary + "::" + name, panic.message(), panic.place());
        });
        failed.clear();
        panics.forget();
        binary = "";
    }

    /** {@code FAIL [   0.005s] shop tests::panics}. */
    private void nextest(String text) {
        int run = text.startsWith("Summary [") ? text.indexOf("tests run: ") : -1;
        if (run > 0) {
            ended(text.substring(run + "tests run: ".length()));
        }
        int time = text.startsWith("FAIL [") ? text.indexOf("] ") : -1;
        if (time > 0) {
            failed(text.substring(time + 2).strip());
        }
    }

    /** {@code Running unittests src/lib.rs (target/debug/deps/shop-507999230d6984fa)}. */
    private static String binary(String line) {
        int slash = line.endsWith(")") ? line.lastIndexOf('/') : -1;
        int dash = line.lastIndexOf('-');
        if (slash > 0 && dash > slash) {
            return line.substring(slash + 1, dash);
        }
        return line.startsWith("Doc-tests ") ? line.substring("Doc-tests ".length()) : "";
    }
}
