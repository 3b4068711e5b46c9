package dev.lindy.activities.finding.output;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.lint.ArrowLines;
import dev.lindy.activities.finding.lint.ColonLines;
import dev.lindy.activities.finding.lint.CrashLines;
import dev.lindy.activities.finding.lint.EslintLines;
import dev.lindy.activities.finding.lint.KotlincLines;
import dev.lindy.activities.finding.lint.MavenLines;
import dev.lindy.activities.finding.lint.ParenLines;
import dev.lindy.activities.finding.test.CargoJson;
import dev.lindy.activities.finding.test.CargoLines;
import dev.lindy.activities.finding.test.DotnetLines;
import dev.lindy.activities.finding.test.ExUnitLines;
import dev.lindy.activities.finding.test.GoJson;
import dev.lindy.activities.finding.test.GoLines;
import dev.lindy.activities.finding.test.GradleLines;
import dev.lindy.activities.finding.test.JestLines;
import dev.lindy.activities.finding.test.MochaLines;
import dev.lindy.activities.finding.test.PhpunitLines;
import dev.lindy.activities.finding.test.PytestLines;
import dev.lindy.activities.finding.test.RspecLines;
import dev.lindy.activities.finding.test.SurefireLines;
import dev.lindy.activities.finding.test.UnittestLines;
import dev.lindy.activities.finding.test.VitestLines;
import java.util.List;

/** All readers side by side: nobody has to know beforehand which tools a command runs. */
final class Readers implements LineReader {

    private final List<LineReader> all;

    Readers(FindingsBuilder findings) {
        ColonLines compilers = new ColonLines(findings);
        all = List.of(
                new PytestLines(findings),
                new UnittestLines(findings),
                new GoLines(findings),
                new GoJson(findings, compilers),
                new CargoLines(findings),
                new CargoJson(findings),
                new SurefireLines(findings),
                new GradleLines(findings),
                new VitestLines(findings),
                new JestLines(findings),
                new MochaLines(findings),
                new DotnetLines(findings),
                new RspecLines(findings),
                new PhpunitLines(findings),
                new ExUnitLines(findings),
                compilers,
                new ParenLines(findings),
                new EslintLines(findings),
                new ArrowLines(findings),
                new MavenLines(findings),
                new KotlincLines(findings),
                new CrashLines(findings));
    }

    @Override
    public void read(String line) {
        all.forEach(reader -> reader.read(line));
    }

    @Override
    public void end() {
        all.forEach(LineReader::end);
    }
}
