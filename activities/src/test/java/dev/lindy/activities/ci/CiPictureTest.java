package dev.lindy.activities.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.activities.ci.CiPicture.Meaning;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiPictureTest {

    private static final String COMMIT = "c0ffee0000";

    /** CI of the original took the newest run of the branch, whatever commit it was for. */
    @Nested
    class W47 {

        @Test
        void takesNoRunOfAnotherCommit() throws JsonProcessingException {
            CiPicture picture = picture(List.of("ci.yml"), run(9, "ci.yml", "beef", "completed", "success"));

            assertThat(picture.newest()).isEmpty();
            assertThat(picture.missing()).containsExactly("ci.yml");
        }

        @Test
        void takesNoRunOfAnotherWorkflow() throws JsonProcessingException {
            CiPicture picture = picture(List.of("ci.yml"), run(9, "docs.yml", COMMIT, "completed", "success"));

            assertThat(picture.missing()).containsExactly("ci.yml");
            assertThat(picture.others()).containsExactly("docs.yml");
        }
    }

    @Test
    void takesTheNewestRunOfEachWorkflow() throws JsonProcessingException {
        CiPicture picture = picture(
                List.of("ci.yml", "lint.yml"),
                run(7, "ci.yml", COMMIT, "completed", "failure"),
                run(9, "ci.yml", COMMIT, "in_progress", ""),
                run(8, "lint.yml", COMMIT, "completed", "success"));

        assertThat(picture.open()).containsOnlyKeys("ci.yml");
        assertThat(picture.completed(Meaning.GOOD)).containsOnlyKeys("lint.yml");
        assertThat(picture.completed(Meaning.BAD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "success, GOOD",
        "neutral, GOOD",
        "skipped, GOOD",
        "failure, BAD",
        "timed_out, BAD",
        "startup_failure, BAD",
        "cancelled, NOTHING",
        "action_required, NOTHING",
        "stale, NOTHING",
        "novelty, NOTHING"
    })
    void tellsWhatAConclusionMeans(String conclusion, Meaning meaning) throws JsonProcessingException {
        CiPicture picture = picture(List.of("ci.yml"), run(1, "ci.yml", COMMIT, "completed", conclusion));

        assertThat(picture.completed(meaning)).containsOnlyKeys("ci.yml");
    }

    @ParameterizedTest
    @CsvSource({"ci.yml", ".github/workflows/ci.yml", "Build and test", "77"})
    void knowsAWorkflowByFilePathNameAndNumber(String wanted) throws JsonProcessingException {
        assertThat(picture(List.of(wanted), run(1, "ci.yml", COMMIT, "queued", ""))
                        .missing())
                .isEmpty();
    }

    @Test
    void takesNoWorkflowWhoseFileOnlyEndsAlike() throws JsonProcessingException {
        assertThat(picture(List.of("ci.yml"), run(1, "no-ci.yml", COMMIT, "queued", ""))
                        .missing())
                .containsExactly("ci.yml");
    }

    private static CiPicture picture(List<String> wanted, String... runs) throws JsonProcessingException {
        JsonNode listed = new ObjectMapper().readTree("{\"workflow_runs\": [" + String.join(",", runs) + "]}");
        return CiPicture.of(listed, COMMIT, wanted);
    }

    private static String run(int id, String file, String commit, String status, String conclusion) {
        return """
                {"id": %d, "workflow_id": 77, "path": ".github/workflows/%s@refs/heads/af/task-1", "name": "Build and test",
                 "head_sha": "%s", "status": "%s", "conclusion": %s, "html_url": "https://x/%1$d"}
                """.formatted(id, file, commit, status, conclusion.isEmpty() ? "null" : "\"" + conclusion + "\"");
    }
}
