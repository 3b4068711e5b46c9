import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.output.ToolOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Times the readers of tools' outputs: each golden input is repeated to 5 MB and to a quarter of that, and both are read
 * in turn until 1,000 outputs of 5 MB were read. Linear: four times the size takes about four times as long.
 */
public final class Parsers {

    private static final int LARGE = 5_000_000;
    private static final int SMALL = LARGE / 4;
    private static final int WARM = 3;
    private static final double LIMIT = 6;

    private Parsers() {}

    /** @param arguments folder of the inputs, and how many large outputs are read in all (1,000 unless told) */
    public static void main(String[] arguments) throws IOException {
        List<Path> inputs = inputs(Path.of(arguments[0]));
        int runs = Math.max(1, (arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000) / inputs.size() + 1);
        System.out.println("| output | ms for 5 MB | MB a second | times a quarter's |");
        System.out.println("|---|--:|--:|--:|");
        boolean linear = true;
        double all = 0;
        for (Path input : inputs) {
            double[] best = best(Files.readString(input), runs);
            double times = best[1] / best[0];
            linear &= times <= LIMIT;
            all += best[1] * runs;
            System.out.printf(
                    "| `%s` | %.1f | %.0f | %.2f |%n",
                    input.getFileName(), best[1], LARGE / 1e3 / best[1], times);
        }
        System.out.printf(
                "%n%d outputs of 5 MB in about %.1f s; %s%n",
                runs * inputs.size(), all / 1e3, linear ? "linear" : "not linear");
        System.exit(linear ? 0 : 1);
    }

    private static double[] best(String text, int runs) {
        String small = text.repeat(SMALL / text.length() + 1);
        String large = text.repeat(LARGE / text.length() + 1);
        double[] best = {Double.MAX_VALUE, Double.MAX_VALUE};
        for (int i = -WARM; i < runs; i++) {
            double one = milliseconds(small);
            double other = milliseconds(large);
            if (i >= 0) {
                best[0] = Math.min(best[0], one);
                best[1] = Math.min(best[1], other);
            }
        }
        return best;
    }

    private static double milliseconds(String text) {
        long start = System.nanoTime();
        Findings findings = ToolOutput.of(text, "/w/shop");
        double time = (System.nanoTime() - start) / 1e6;
        if (findings.tests().size() > 5_000) {
            throw new IllegalStateException("Unexpected number of tests: " + findings.tests().size());
        }
        return time;
    }

    private static List<Path> inputs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".input.txt"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }
}
