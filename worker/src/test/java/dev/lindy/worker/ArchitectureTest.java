package dev.lindy.worker;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.lindy.worker.planner.ApiPlannerMain;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The rules of the house, over all modules but the command line. */
@AnalyzeClasses(
        packages = "dev.lindy",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyWorkflowsUseTheWorkflowApi = noClasses()
            .that()
            .resideOutsideOfPackages("dev.lindy.workflow..")
            .and()
            .resideOutsideOfPackage("dev.lindy.activity..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.temporal.workflow..");

    @ArchTest
    static final ArchRule onlyTheWorkerAndTheCommandLineUseTheClient = noClasses()
            .that()
            .resideOutsideOfPackages("dev.lindy.worker..", "dev.lindy.cli.client..")
            .should()
            // what a client throws may be told apart anywhere
            .dependOnClassesThat(resideInAPackage("io.temporal.client..").and(not(assignableTo(Throwable.class))));

    @ArchTest
    static final ArchRule onlyTheWorkerUsesWorkers = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lindy.worker..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.temporal.worker..");

    @ArchTest
    static final ArchRule onlyTheProcessPackageStartsProcesses = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lindy.process")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class);

    @ArchTest
    static final ArchRule nobodyTouchesStandardStreams = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lindy.cli..")
            .and()
            .doNotHaveFullyQualifiedName(ApiPlannerMain.class.getName())
            .should(ACCESS_STANDARD_STREAMS)
            .because("what the Worker has to say goes to the log; a program that it starts answers on its own");

    @ArchTest
    static final ArchRule nobodyEndsTheProcess = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lindy.cli..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.lindy.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule modulesPointOneWay = noClasses()
            .that()
            .resideOutsideOfPackages("dev.lindy.worker..", "dev.lindy.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.lindy.worker..", "dev.lindy.cli..");

    @ArchTest
    static final ArchRule plansAndPoliciesDoNotKnowTemporal = noClasses()
            .that(resideInAnyPackage("dev.lindy.plan..", "dev.lindy.policy..", "dev.lindy.run.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.temporal..");

    @ArchTest
    static final ArchRule processesDoNotKnowWhatTheyAreFor = noClasses()
            .that(resideInAPackage("dev.lindy.process.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.lindy.activities..", "dev.lindy.project..", "dev.lindy.engine..", "io.temporal..");

    @ArchTest
    static final ArchRule theEngineDoesNotKnowTemporal = noClasses()
            .that(resideInAnyPackage("dev.lindy.engine..", "dev.lindy.project..", "dev.lindy.state.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.temporal..");

    @ArchTest
    static final ArchRule nobodyThrowsGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule nobodyUsesJavaUtilLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule contractsAreInterfacesRecordsAndEnums = classes()
            .that()
            .resideInAPackage("dev.lindy.activity")
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .beAssignableTo(describe("an interface, a record or an enum", ArchitectureTest::isContract));

    @ArchTest
    static final ArchRule nothingIsStaticAndMutable = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .haveNameNotMatching(".*\\$[0-9]+")
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager)(\\$.*)?");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses all) {
        Set<JavaPackage> packages = all.getPackage("dev.lindy").getSubpackagesInTree();

        assertThat(packages)
                .filteredOn(one -> !one.getClasses().isEmpty())
                .isNotEmpty()
                .allMatch(one -> one.isAnnotatedWith(NullMarked.class));
    }

    @ArchTest
    static void theRulesHaveSeenTheHouse(JavaClasses all) {
        assertThat(all).hasSizeGreaterThan(150);
    }

    private static boolean isContract(JavaClass type) {
        return type.isInterface() || type.isRecord() || type.isEnum();
    }

    /** What other modules lend to tests is no part of the product. */
    static final class WithoutTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
