package dev.lindy.cli.overview;

import dev.lindy.cli.view.Words;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.TaskRow;
import dev.lindy.text.SafeText;
import java.time.Duration;

/** What an issue is told of the run that has done it: Markdown in which texts of models are nothing but text. */
public final class IssueComment {

    /** The tracker takes comments of up to 65,536 characters. */
    private static final int MAX_LENGTH = 60_000;

    private static final int MAX_DESCRIPTION = 200;

    private IssueComment() {}

    /** The comment about a run that has completed. */
    public static String of(RunSnapshot run) {
        RunHeader header = run.header();
        StringBuilder text = new StringBuilder("**lindy** completed run `" + header.run() + "`.\n\n");
        text.append("**Result:** all tasks completed\n");
        if (header.endedAt() != null) {
            Duration duration = Duration.between(header.startedAt(), header.endedAt());
            text.append("**Duration:** ").append(Words.of(duration)).append('\n');
        }
        if (header.goalBranch() != null) {
            text.append("**Branch:** `").append(header.goalBranch()).append("`\n");
        }
        text.append("\n### Tasks\n");
        for (TaskRow task : run.tasks()) {
            if (text.length() > MAX_LENGTH) {
                text.append("- …\n");
                break;
            }
            text.append("- [%s] %s: %s\n"
                    .formatted(
                            code(task.module()),
                            code(task.description()),
                            task.state().status().word()));
        }
        return text.toString();
    }

    /** As code: no link, and nobody is called by an at sign. */
    private static String code(String text) {
        return "`" + SafeText.line(text.replace('`', '\''), MAX_DESCRIPTION) + "`";
    }
}
