package dev.lindy.activities.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.payload.Payloads;
import dev.lindy.run.RunSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What happened in a run, for programs. */
public final class ReportJson {

    private ReportJson() {}

    /** Header and task rows as they are in the projection, with the goal and the goal branch's last commit. */
    public static byte[] of(RunSnapshot run, String goal, String tip) {
        ObjectMapper json = Payloads.mapper();
        ObjectNode report = json.createObjectNode();
        report.setAll((ObjectNode) json.valueToTree(run.header()));
        report.put("goal", goal);
        report.put("tip", tip);
        report.put("costUsd", run.costUsd());
        report.put("costUnknown", run.hasUnknownCost());
        report.set("tasks", json.valueToTree(run.tasks()));
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(report);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the report", e);
        }
    }
}
