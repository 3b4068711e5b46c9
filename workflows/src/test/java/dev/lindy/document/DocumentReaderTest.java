package dev.lindy.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DocumentReaderTest {

    @Test
    void knowsWhereEachValueOfAYamlTextStands() {
        SourceDocument document = yaml("""
                # a comment
                modules:
                  - name: api
                    path: ./
                """);

        assertThat(document.at(pointer("/modules/0/path"))).isEqualTo(new Position(4, 11));
        assertThat(document.keyAt(pointer("/modules/0/path"))).isEqualTo(new Position(4, 5));
        assertThat(document.at(pointer("/modules/0/repo"))).isEqualTo(new Position(3, 5));
    }

    @Test
    void knowsWhereEachValueOfAJsonTextStands() {
        SourceDocument document = read("{\n  \"tasks\": [\n    {\"id\": 1}]}", "plan.json");

        assertThat(document.at(pointer("/tasks/0/id"))).isEqualTo(new Position(3, 12));
        assertThat(document.keyAt(pointer("/tasks/0/id"))).isEqualTo(new Position(3, 6));
    }

    @Test
    void readsScalarsAsPeopleMeanThem() {
        SourceDocument document = yaml("""
                i: 12
                f: 1.5
                t: true
                n: null
                e:
                q: '12'
                y: yes
                u: 1_000
                b: 99999999999999999999
                t2: True
                n2: ~
                d: 2026-11-23
                c: 12:30
                o: 010
                h: 0x1F
                s: ""
                """);

        assertThat(document.root().toString())
                .isEqualTo("{\"i\":12,\"f\":1.5,\"t\":true,\"n\":null,\"e\":null,\"q\":\"12\",\"y\":\"yes\",\"u\":1000,"
                        + "\"b\":99999999999999999999,\"t2\":true,\"n2\":null,\"d\":\"2026-11-23\",\"c\":\"12:30\","
                        + "\"o\":8,\"h\":31,\"s\":\"\"}");
    }

    @Test
    void readsAnEmptyTextAsNull() {
        assertThat(yaml("# only a comment\n").root().isNull()).isTrue();
        assertThat(read("", "x.json").root().isNull()).isTrue();
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(yaml("\uFEFFa: 1").root().path("a").asInt()).isEqualTo(1);
        assertThat(read("\uFEFF{\"a\": 1}", "x.json").root().path("a").asInt()).isEqualTo(1);
    }

    @Test
    void readsFlowYamlThatStartsLikeJson() {
        assertThat(yaml("{a: [x, y]}").root().toString()).isEqualTo("{\"a\":[\"x\",\"y\"]}");
        assertThat(problem("{a: [x, y]}", "x.json").position().line()).isEqualTo(1);
    }

    @Test
    void resolvesAliasesAndMergeKeys() {
        SourceDocument document = yaml("""
                base: &base {a: 1, b: 2}
                one: *base
                two:
                  <<: *base
                  b: 3
                three:
                  <<: [*base, {c: 4}]
                """);

        assertThat(document.root().path("one").toString()).isEqualTo("{\"a\":1,\"b\":2}");
        assertThat(document.root().path("two").toString()).isEqualTo("{\"b\":3,\"a\":1}");
        assertThat(document.root().path("three").toString()).isEqualTo("{\"a\":1,\"b\":2,\"c\":4}");
        assertThat(document.at(pointer("/one/a"))).isEqualTo(new Position(2, 6));
    }

    @Test
    void resolvesAliasesOfSingleValues() {
        SourceDocument document = yaml("""
                number: &n 5
                text: &t "a b"
                none: &z
                list: [*n, *t, &x yes, *x]
                again: {n: *n, t: *t, z: *z}
                """);

        assertThat(document.root().path("list").toString()).isEqualTo("[5,\"a b\",\"yes\",\"yes\"]");
        assertThat(document.root().path("again").toString()).isEqualTo("{\"n\":5,\"t\":\"a b\",\"z\":null}");
    }

    @Test
    void namesAnAliasThatRefersToNothing() {
        assertThat(problem("a: 1\nb: *a\n", "x.yaml"))
                .isEqualTo(new DocumentProblem(
                        "`*a` refers to nothing", new Position(2, 4), "define `&a` before its first use"));
        assertThat(problem("a: &a [*a]\n", "x.yaml").message()).isEqualTo("`*a` refers to nothing");
    }

    @Test
    @Timeout(10)
    void refusesAliasBombsWithoutExpandingThem() {
        StringBuilder bomb = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("l%d: &l%d [%s]\n".formatted(i, i, ("*l" + (i - 1) + ", ").repeat(10)));
        }

        assertThat(problem(bomb.toString(), "x.yaml").message()).contains("more than 1,000,000 values");
    }

    @Test
    @Timeout(10)
    void refusesDeepNestingInsteadOfOverflowing() {
        assertThat(problem("[".repeat(200_000), "x.json").message()).contains("nest");
        assertThat(problem("[".repeat(100_000), "x.yaml").message()).contains("nest");
        assertThat(problem("- ".repeat(90_000) + "x", "x.yaml").message()).contains("nest");
    }

    @Test
    void refusesTextsAboveTheLimit() {
        assertThat(problem("#".repeat(DocumentReader.MAX_CHARS + 1), "x.yaml").message())
                .isEqualTo("the text is larger than 8 MB");
        assertThat(yaml(("# " + "x".repeat(1_000) + "\n").repeat(7_000) + "a: 1")
                        .root()
                        .path("a")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesLinesThatTheYamlScannerWouldNeedMinutesFor() {
        assertThat(problem("a: 1\n# " + "x".repeat(DocumentReader.MAX_YAML_LINE), "x.yaml"))
                .isEqualTo(new DocumentProblem(
                        "the line is longer than 200000 characters", new Position(2, 1), "write it as JSON"));
        assertThat(read("{\"a\": \"" + "x".repeat(DocumentReader.MAX_YAML_LINE) + "\"}", "x.yaml")
                        .root()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void reportsKeysGivenTwiceAndKeepsTheLast() {
        SourceDocument document = yaml("a: 1\nb: 2\na: 3\n");

        assertThat(document.root().path("a").asInt()).isEqualTo(3);
        assertThat(document.duplicates())
                .containsExactly(new DocumentProblem(
                        "`a` is given twice; the last one counts", new Position(3, 1), "remove one of the two"));
    }

    @Test
    void saysWhereTheSyntaxIsWrong() {
        assertThat(problem("a: 1\nb: [1, 2\nc: 3\n", "x.yaml").position().line())
                .isEqualTo(3);
        assertThat(problem("{\"a\": 1,\n \"b\": }", "x.json").position().line()).isEqualTo(2);
        assertThat(problem("{\"a\": 1} x", "x.json").position()).isEqualTo(new Position(1, 10));
    }

    @Test
    void namesNoClassOfTheParser() {
        DocumentReading reading = DocumentReader.read("{{a: 1}: 2}\n", "plan.yaml");

        assertThat(reading.problem()).isNotNull();
        assertThat(reading.problem().message()).isEqualTo("syntax error: a key must be a plain text");
    }

    @Test
    void explainsTabs() {
        DocumentProblem problem = problem("a:\n\tb: 1\n", "x.yaml");

        assertThat(problem.position()).isEqualTo(new Position(2, 1));
        assertThat(problem.hint()).isEqualTo("indent with spaces; YAML allows no tabs there");
    }

    @Test
    void refusesASecondDocument() {
        assertThat(problem("a: 1\n---\nb: 2\n", "x.yaml").message())
                .isEqualTo("there is more text after the end of the document");
    }

    @Test
    void refusesTagsThatAskForObjects() {
        SourceDocument document = yaml("a: !!javax.script.ScriptEngineManager [x]\n");

        assertThat(document.root().toString()).isEqualTo("{\"a\":[\"x\"]}");
        assertThat(problem("a: !!binary aGVsbG8=\n", "x.yaml").message()).contains("kind");
    }

    private static JsonPointer pointer(String path) {
        return JsonPointer.compile(path);
    }

    private static SourceDocument yaml(String text) {
        return read(text, "x.yaml");
    }

    private static SourceDocument read(String text, String fileName) {
        DocumentReading reading = DocumentReader.read(text, fileName);
        assertThat(reading.problem()).isNull();
        return Objects.requireNonNull(reading.document());
    }

    private static DocumentProblem problem(String text, String fileName) {
        DocumentReading reading = DocumentReader.read(text, fileName);
        assertThat(reading.document()).isNull();
        return Objects.requireNonNull(reading.problem());
    }
}
