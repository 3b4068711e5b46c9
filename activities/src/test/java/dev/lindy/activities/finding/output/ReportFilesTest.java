package dev.lindy.activities.finding.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.finding.FailedTest;
import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dev/lindy/activities/finding/golden");
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void readsWhatSurefireWrites() throws IOException {
        put("target/surefire-reports/TEST-shop.PriceTest.xml", "maven.surefire.xml", NOW);

        Findings findings = ReportFiles.of(folder, NOW, NOW);

        assertThat(findings.run()).isEqualTo(6);
        assertThat(findings.tests())
                .contains(new FailedTest(
                        "shop.PriceTest.rounds(double, int)[2]",
                        "expected: <3> but was: <2>",
                        new Place("PriceTest.java", 20, 0)))
                .extracting(FailedTest::id)
                .containsExactlyInAnyOrder(
                        "shop.PriceTest.parses",
                        "shop.PriceTest.rounds(double, int)[2]",
                        "shop.PriceTest.roundsHalfUp",
                        "shop.PriceTest$Inside.fails");
    }

    @Test
    void readsWhatPytestWrites() throws IOException {
        put("reports/junit.xml", "pytest.junit.xml", NOW);

        assertThat(ReportFiles.of(folder, NOW, NOW).tests())
                .contains(new FailedTest(
                        "tests.test_price.TestRounding.test_rounds[up [half]]",
                        "assert 1 == 2",
                        new Place("tests/test_price.py", 9, 0)));
    }

    @Test
    void leavesReportsOfOtherTimesAlone() throws IOException {
        put("junit.xml", "pytest.junit.xml", NOW.minusSeconds(60));

        assertThat(ReportFiles.of(folder, NOW, NOW)).isEqualTo(Findings.NONE);
    }

    @Test
    void neverLooksOutsideOfTheReport() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2");
        write(
                "junit.xml",
                "<!DOCTYPE a [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>"
                        + "<testsuite><testcase name=\"a\"><failure>&s;</failure></testcase></testsuite>",
                NOW);

        assertThat(ReportFiles.of(folder, NOW, NOW).toString()).doesNotContain("hunter2");
    }

    @Test
    void followsNoLinks() throws IOException {
        Path outside = Files.createTempDirectory("outside");
        Files.copy(GOLDEN.resolve("pytest.junit.xml"), outside.resolve("junit.xml"));
        Files.createSymbolicLink(folder.resolve("junit.xml"), outside.resolve("junit.xml"));
        Files.createSymbolicLink(folder.resolve("reports"), outside);

        assertThat(ReportFiles.of(folder, Instant.EPOCH, Instant.now().plusSeconds(60)))
                .isEqualTo(Findings.NONE);
    }

    @Test
    void saysThatADamagedReportIsNotAll() throws IOException {
        write("junit.xml", "<testsuite><testcase name=\"a\"><failure>no</failure></testcase><testcase", NOW);

        Findings findings = ReportFiles.of(folder, NOW, NOW);

        assertThat(findings.tests()).extracting(FailedTest::id).containsExactly("a");
        assertThat(findings.complete()).isFalse();
    }

    private void put(String path, String golden, Instant written) throws IOException {
        write(path, Files.readString(GOLDEN.resolve(golden)), written);
    }

    private void write(String path, String text, Instant written) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
