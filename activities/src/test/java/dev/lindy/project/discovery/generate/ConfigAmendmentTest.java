package dev.lindy.project.discovery.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.discovery.analysis.KnownModule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigAmendmentTest {

    private static final List<KnownModule> JOBS = List.of(new KnownModule("jobs", "services/jobs"));

    @Test
    void addsToTheEndOfTheListAndLeavesEveryOtherByte() {
        String config = "# mine\nmodules:\n- name: api\n  path: api/   # here\n\n\nproject: {name: shop}\n";

        assertThat(ConfigAmendment.add(config, JOBS))
                .contains("# mine\nmodules:\n- name: api\n  path: api/   # here\n- name: \"jobs\"\n"
                        + "  path: \"services/jobs/\"\n\n\nproject: {name: shop}\n");
    }

    @Test
    void keepsLineEndsAndAMissingLastOne() {
        String config = "modules:\r\n    - path: api\r\n      name: api";

        assertThat(ConfigAmendment.add(config, JOBS))
                .contains(config + "\r\n    - name: \"jobs\"\r\n      path: \"services/jobs/\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modules: [{name: api, path: api}]\n",
                "modules:\n  - {name: api,\n  path: api}\n",
                "modules: []\n",
                "project: {name: x}\n",
                "modules:\n  - name: jobs\n    path: old\n",
                "modules: [\n",
                ""
            })
    void leavesAloneWhatItCannotAddTo(String config) {
        assertThat(ConfigAmendment.add(config, JOBS)).isEmpty();
    }
}
