package dev.lindy.cli;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.lindy.cli");

    @Test
    void sawTheClasses() {
        assertThat(CLASSES).hasSizeGreaterThan(80);
    }

    @Test
    void onlyTheClientTalksToTemporal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lindy.cli.client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.temporal..", "io.grpc..")
                .check(CLASSES);
    }

    @Test
    void onlyMainKnowsTheStandardStreamsAndEndsTheProcess() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Main.class)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheConsolePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lindy.cli.view..")
                .and()
                .doNotBelongToAnyOf(Main.class)
                .should()
                .callMethodWhere(target(owner(assignableTo(PrintStream.class))))
                .check(CLASSES);
    }

    @Test
    void reachesIntoActivitiesForFilesAndProcessesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.lindy.activities..", "dev.lindy.worker..")
                .check(CLASSES);
    }

    @Test
    void hasNoCyclesOfPackages() {
        slices().matching("dev.lindy.cli.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
