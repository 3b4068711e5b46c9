package dev.lindy.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lindy.workflow.ControlOfRules;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("dev.lindy");

    private static final JavaClasses CONTROL = new ClassFileImporter()
            .importClasses(
                    ControlOfRules.class,
                    dev.lindy.plan.ControlOfRules.class,
                    dev.lindy.activity.ControlOfRules.class,
                    dev.lindy.architecture.control.a.One.class,
                    dev.lindy.architecture.control.b.Other.class);

    static Set<String> rules() {
        return Rules.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(String rule) {
        Rules.all().get(rule).allowEmptyShould(false).check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isNoticedWhereItIsBroken(String rule) {
        assertThat(Rules.all().get(rule).evaluate(CONTROL).hasViolation()).isTrue();
    }

    @Test
    void hasSeenTheWholeModule() {
        assertThat(MAIN.size()).isGreaterThan(90);
    }
}
