package dev.lindy.project.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.file.ProjectFiles;
import dev.lindy.project.status.ModuleStatus.DoneItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusReaderTest {
    @TempDir
    private Path folder;

    @Test
    void neverTakesAnUnreadableFileForGreen() throws IOException {
        Path latin = folder.resolve("STATUS.md");
        Files.write(
                latin, "## Meta\n| Key | Value |\n|--|--|\n| module | größe |".getBytes(StandardCharsets.ISO_8859_1));
        Path large = folder.resolve("large.md");
        Files.write(large, new byte[StatusReader.MAX_BYTES + 1]);

        for (Path file : new Path[] {latin, large, folder}) {
            ModuleStatus status = read(file).orElseThrow();
            assertThat(status.health()).isEqualTo("UNKNOWN");
            assertThat(status.unreadable()).isNotNull();
            assertThat(StatusSummary.of(status)).startsWith("Health: UNKNOWN (STATUS.md: the file ");
        }
    }

    @Test
    void tellsAMissingFileFromAnEmptyOne() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.md"), "");

        assertThat(read(folder.resolve("none.md"))).isEmpty();
        assertThat(read(empty))
                .hasValueSatisfying(status -> assertThat(status.health()).isEqualTo("GREEN"));
    }

    @Test
    void readsNoFileThatIsOutsideOfTheProject(@TempDir Path other) throws IOException {
        Path secret = Files.writeString(other.resolve("secret"), "## Blockers\n- the secret\n");
        Files.createSymbolicLink(folder.resolve("STATUS.md"), secret);

        ModuleStatus status = read(folder.resolve("STATUS.md")).orElseThrow();

        assertThat(status.health()).isEqualTo("UNKNOWN");
        assertThat(StatusSummary.of(status))
                .contains("leads out of the project")
                .doesNotContain("the secret");
    }

    private Optional<ModuleStatus> read(Path file) {
        return StatusReader.read(
                new ProjectFiles(folder), folder.relativize(file).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"## Meta", "## meta", "##   META  ", "## Meta ##", " ## Meta"})
    void findsHeadingsHoweverTheyAreWritten(String heading) {
        assertThat(StatusReader.parse(heading + "\n| Key | Value |\n|---|---|\n| overall_health | red |\n")
                        .health())
                .isEqualTo("RED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"##Meta", "# Meta", "### Meta", "Meta\n---", "```\n## Meta", "<!--\n## Meta"})
    void ignoresWhatIsNoHeading(String heading) {
        assertThat(StatusReader.parse(heading + "\n| Key | Value |\n|---|---|\n| overall_health | red |\n")
                        .health())
                .isEqualTo("GREEN");
    }

    @Test
    void prefersTheHeadingThatIsWrittenExactlyAndThenTheLast() {
        assertThat(StatusReader.parse("## Blockers\n- one\n## Blockers\n- two\n## blockers\n- three\n")
                        .blockers())
                .containsExactly("two");
    }

    @Test
    void hidesRowsInCodeFencesAndComments() {
        assertThat(StatusReader.parse("""
                                ## Backlog
                                - real
                                ~~~
                                - fenced
                                ~~~
                                <!--
                                - commented out
                                -->
                                - also real
                                """).backlog()).containsExactly("real", "also real");
    }

    @Test
    void readsTablesThatLackTheirSeparatorOrAreIndented() {
        assertThat(StatusReader.parse("## Completed (Recent)\n| ID | Task |\n    | A-1 | first |\n| A-2 | second |\n")
                        .completed())
                .containsExactly(new DoneItem("A-1", "first", "", ""), new DoneItem("A-2", "second", "", ""));
    }

    @Test
    void keepsEmptyCellsInTheirPlace() {
        assertThat(StatusReader.parse(
                                "## Completed (Recent)\n| ID | Task | Outcome |\n|--|--|--|\n|| no id | `a\\|b` |\n")
                        .completed())
                .containsExactly(new DoneItem("", "no id", "", "a|b"));
    }

    @Test
    void prefersTheOldNamesOfSectionsOnlyWhereTheyHoldSomething() {
        String old = "## Cross-Department Requests\n| ID | Request |\n|--|--|\n%s\n";
        String now = "## Cross-Module Requests\n| ID | Request |\n|--|--|\n| N | new |\n";

        assertThat(StatusReader.parse(old.formatted("| O | old |") + now).requests())
                .extracting(ModuleStatus.Request::id)
                .containsExactly("O");
        assertThat(StatusReader.parse(old.formatted("") + now).requests())
                .extracting(ModuleStatus.Request::id)
                .containsExactly("N");
    }

    @Test
    void quotesBlockersAsPythonDoes() {
        assertThat(StatusSummary.of(StatusReader.parse("## Blockers\n- it's\n- a \"b\" 'c'\n- d\\e\n")))
                .endsWith("BLOCKERS: [\"it's\", 'a \"b\" \\'c\\'', 'd\\\\e']");
    }

    @Test
    @Timeout(20)
    void managesHostileText() {
        int size = StatusReader.MAX_BYTES;
        for (String unit : new String[] {
            ">", "- ", "* [", "|", "`", "**", "## \n", "| a |\n", "[", "<!--", "\\|", "## " + " ".repeat(5_000) + "x\n"
        }) {
            String text = "## Backlog\n" + unit.repeat(size / unit.length());
            assertThat(StatusReader.parse(text).health()).isEqualTo("GREEN");
        }
    }
}
