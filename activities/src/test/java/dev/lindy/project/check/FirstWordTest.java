package dev.lindy.project.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.config.GateCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstWordTest {

    @ParameterizedTest
    @CsvSource({
        "make test,make",
        "  npm test,npm",
        "CI=1 DEBUG= ./gradlew test,./gradlew",
        "pytest;true,pytest",
        "g++ -c x.cc,g++",
        "make|tee log,make"
    })
    void isTheProgramOfALine(String line, String program) {
        assertThat(FirstWord.of(GateCommand.ofLine(line))).contains(program);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cd api && make",
                "test -f x",
                "\"my tool\" x",
                "$TOOL",
                "(make)",
                "X=$(y) make",
                "make$X",
                "{module_path}/run"
            })
    void isUnknownWhereAShellDecides(String line) {
        assertThat(FirstWord.of(GateCommand.ofLine(line))).isEmpty();
    }

    @Test
    void isTheFirstArgument() {
        assertThat(FirstWord.of(GateCommand.ofArguments(List.of("my tool", "x"))))
                .contains("my tool");
        assertThat(FirstWord.of(GateCommand.ofArguments(List.of("{module_path}/run"))))
                .isEmpty();
    }
}
