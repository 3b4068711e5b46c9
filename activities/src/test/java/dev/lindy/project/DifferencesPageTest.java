package dev.lindy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DifferencesPageTest {

    @Test
    void namesEachDifferenceOnce() throws IOException {
        assertThat(DifferencesPage.read().ids()).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    @Test
    void explainsEachExceptionFromAGoldenFile() throws IOException {
        DifferencesPage page = DifferencesPage.read();

        assertThat(page.goldens()).isNotEmpty().allSatisfy((file, ids) -> {
            assertThat(page.ids()).containsAll(ids);
            assertThat(DifferencesPageTest.class.getResource("/samples/expected/" + file))
                    .as(file)
                    .isNotNull();
        });
    }
}
