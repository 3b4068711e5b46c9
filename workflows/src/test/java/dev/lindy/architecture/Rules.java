package dev.lindy.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.temporal.activity.ActivityInterface;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** What may be done where in this module, each rule by its name. */
final class Rules {

    private static final Set<String> TELLS_TIME_OR_PLACE = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Random.<init>",
            "java.util.Date.<init>",
            "java.security.SecureRandom.<init>");

    private static final DescribedPredicate<JavaClass> IO = resideInAnyPackage(
                    "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..")
            .and(DescribedPredicate.not(assignableTo(IOException.class).or(assignableTo(UncheckedIOException.class))))
            .and(DescribedPredicate.describe("not Serializable", type -> !type.isEquivalentTo(Serializable.class)))
            // the type of a parameter says nothing of files; those that read some are classes of their own
            .and(DescribedPredicate.describe("not Reader", type -> !type.isEquivalentTo(Reader.class)))
            .or(assignableTo(ProcessBuilder.class))
            .or(assignableTo(Process.class))
            .or(DescribedPredicate.describe("Runtime", type -> type.isEquivalentTo(Runtime.class)));

    private Rules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("does no I/O", noClasses().should().dependOnClassesThat(IO));
        rules.put(
                "starts no thread",
                noClasses()
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("java.util.concurrent..").or(assignableTo(Thread.class))));
        rules.put("asks no clock and no dice", noClasses().should().callCodeUnitWhere(tellsTimeOrPlace()));
        rules.put(
                "iterates in a fixed order",
                noClasses()
                        .that()
                        .resideInAPackage("..workflow..")
                        .should()
                        .dependOnClassesThat(unordered())
                        .orShould()
                        .callCodeUnitWhere(unorderedFactory()));
        rules.put(
                "logs by the Workflow's logger",
                noClasses()
                        .that()
                        .resideInAPackage("..workflow..")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.slf4j.LoggerFactory"));
        rules.put(
                "enters Workflow code in one package",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.lindy.workflow")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.temporal.workflow.."));
        rules.put(
                "keeps clients and Workers out",
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                        "io.temporal.client..", "io.temporal.worker..", "io.temporal.serviceclient..")
                                .and(DescribedPredicate.describe(
                                        "not the failure of a child that is open",
                                        type -> !type.isEquivalentTo(WorkflowExecutionAlreadyStarted.class)))));
        rules.put(
                "keeps plan, policy and run free of Temporal",
                noClasses()
                        .that()
                        .resideInAnyPackage("dev.lindy.plan..", "dev.lindy.policy..", "dev.lindy.run..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.temporal.."));
        rules.put(
                "holds nothing but contracts in activity",
                classes().that().resideInAPackage("dev.lindy.activity").should(beContracts()));
        rules.put("is null-marked", classes().should(resideInANullMarkedPackage()));
        rules.put("throws nothing generic", GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
        rules.put("logs by slf4j", GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
        rules.put("has no cycles", slices().matching("dev.lindy.(**)").should().beFreeOfCycles());
        return rules;
    }

    private static DescribedPredicate<JavaCall<?>> tellsTimeOrPlace() {
        return DescribedPredicate.describe("tell time, chance or place", call -> {
            CodeUnitCallTarget target = call.getTarget();
            String owner = target.getOwner().getFullName();
            boolean isSeeded = target.getName().equals("<init>")
                    && !target.getRawParameterTypes().isEmpty();
            return (TELLS_TIME_OR_PLACE.contains(owner + "." + target.getName()) && !isSeeded)
                    || (owner.startsWith("java.time.") && target.getName().equals("now"))
                    || (owner.equals("java.time.Clock") && target.getName().startsWith("system"));
        });
    }

    private static DescribedPredicate<JavaClass> unordered() {
        return DescribedPredicate.describe(
                "have no order", type -> type.isEquivalentTo(HashMap.class) || type.isEquivalentTo(HashSet.class));
    }

    private static DescribedPredicate<JavaCall<?>> unorderedFactory() {
        List<Class<?>> owners = List.of(Map.class, Set.class);
        return DescribedPredicate.describe(
                "make a collection without order",
                call -> owners.stream().anyMatch(call.getTarget().getOwner()::isEquivalentTo)
                        && Set.of("of", "copyOf", "ofEntries")
                                .contains(call.getTarget().getName()));
    }

    private static ArchCondition<JavaClass> beContracts() {
        return condition("be records, enums, sealed results or Activity interfaces", type -> {
            boolean data = type.isRecord() || type.isEnum() || type.reflect().isSealed();
            return data
                    || type.isAnnotatedWith(ActivityInterface.class)
                    || type.getSimpleName().equals("package-info");
        });
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return condition(
                "reside in a package that is @NullMarked",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }

    private static ArchCondition<JavaClass> condition(String description, Predicate<JavaClass> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String message = type.getFullName() + " does not " + description;
                events.add(new SimpleConditionEvent(type, holds.test(type), message));
            }
        };
    }
}
