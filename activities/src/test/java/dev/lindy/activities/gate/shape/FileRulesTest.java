package dev.lindy.activities.gate.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.gate.shape.ChangeReader.ChangedFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileRulesTest {

    private final FileRules rules = new FileRules("api", true, List.of(".env", "*.pem"));

    @Test
    void saysWhatIsWrongWhereAndWhatToDo() {
        assertThat(texts(new ChangedFile("web/a.py", false), new ChangedFile("api/x.pem", false)))
                .containsExactly(
                        "web/a.py:1: [module_boundary] the file is outside of module folder api; undo the change,"
                                + " or file a request in STATUS.md",
                        "api/x.pem:1: [sensitive_file] the file looks sensitive"
                                + " (qa_gates.structural.sensitive_patterns); take it out of the commits");
    }

    @Test
    void letsSharedFilesAndOwnOnesPass() {
        assertThat(texts(
                        new ChangedFile("api/a.py", false),
                        new ChangedFile("web/STATUS.md", false),
                        new ChangedFile("package-lock.json", false)))
                .isEmpty();
    }

    @Test
    void judgesADeletedFileByItsPlaceAlone() {
        assertThat(texts(new ChangedFile("api/.env", true))).isEmpty();
        assertThat(texts(new ChangedFile("web/a.py", true))).hasSize(1);
    }

    @Test
    void keepsAFindingOnOneLine() {
        assertThat(texts(new ChangedFile("web/a\nb\u001b[31m.py", false)))
                .singleElement()
                .asString()
                .doesNotContain("\n", "\u001b");
    }

    private List<String> texts(ChangedFile... files) {
        return rules.violations(List.of(files)).stream().map(ShapeFinding::text).toList();
    }
}
