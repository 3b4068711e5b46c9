package dev.lindy.activity;

/**
 * Where the report is.
 *
 * @param path of the Markdown report, relative to the evidence folder
 * @param tip commit that the goal branch ends at
 */
public record WrittenReport(String path, String tip) {}
